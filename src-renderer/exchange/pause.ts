/** Between two drawings of the window: what takes longer in one piece is felt. */
const longestSlice = 40

/**
 * Long work calls it between its pieces: now and then it lets the window draw and hear clicks. By a message, because a timer
 * waits longer than it has to.
 */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < longestSlice) return
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
    since = performance.now()
  }
}
