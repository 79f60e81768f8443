import { connect } from 'node:net'

/** Who writes to a ledger. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly command: string
}

/** A holder that is busy answers late; that it accepts the connection is answer enough. */
const patienceMs = 1_000

/** Asks the socket who listens there: the holder, undefined when it does not say, `nobody` when it is stale or gone. */
export const askHolder = (path: string): Promise<Holder | undefined | 'nobody'> =>
  new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(path)
    socket.setEncoding('utf8').setTimeout(patienceMs, () => socket.destroy())
    socket.on('data', (part) => {
      text += part
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve('nobody')
      else if (error.code === 'ECONNRESET' || error.code === 'EPIPE' || error.code === 'EAGAIN') resolve(undefined)
      else reject(error)
    })
    socket.on('close', () => resolve(holderIn(text)))
  })

const holderIn = (text: string): Holder | undefined => {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}
