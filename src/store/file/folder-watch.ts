import fs from 'node:fs'
import { logFolder } from './segments.ts'

/** Some file systems tell of no changes (network mounts): look as often as this besides. */
const pollMs = 250

/** Tells of changes to the log by other processes, for as long as somebody follows. */
export interface FolderWatch {
  follow(): () => void
  close(): void
}

export const folderWatch = (folder: string, changed: () => void): FolderWatch => {
  let followers = 0
  let stop: (() => void) | undefined
  const start = () => {
    const timer = setInterval(changed, pollMs)
    let watcher: fs.FSWatcher | undefined
    try {
      watcher = fs.watch(logFolder(folder), changed)
      watcher.on('error', () => watcher?.close())
    } catch {
      watcher = undefined
    }
    stop = () => {
      clearInterval(timer)
      watcher?.close()
      stop = undefined
    }
  }
  return {
    follow() {
      if (followers++ === 0) start()
      let following = true
      return () => {
        if (following && --followers === 0) stop?.()
        following = false
      }
    },
    close: () => stop?.(),
  }
}
