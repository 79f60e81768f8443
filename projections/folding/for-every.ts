/** One handler, or one key, for every event that a projection reads. */
export const forEvery = <const Events extends object, Handler>(events: Events, handler: Handler): { [Name in keyof Events]: Handler } =>
  Object.fromEntries(Object.keys(events).map((type) => [type, handler])) as { [Name in keyof Events]: Handler }
