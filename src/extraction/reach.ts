/**
 * How far a draft looks for its date. `own`: only what stands with the noun (“chuyến thăm … diễn ra từ 5 đến 7/3”).
 * `clause`: what follows the verb, else what leads it, else what closes the sentence. `event` is a clause that is over
 * in a day: the range of a visit is not its date.
 */
export type Reach = 'own' | 'clause' | 'event'

export const travels = /^(?:v\.(?:visit|arrive|depart)|n\.visit)$/

export const meets = /^v\.(?:receive|call|talks|meet|phone|welcome)$/
