/** Work of this many milliseconds in one piece is not felt; after it the window gets its turn. */
const slice = 24

/** Lets the window take its input whenever a slice of work is over; a timer would wait four milliseconds each time. */
export function pacer(): () => Promise<void> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < slice) return
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
    begun = performance.now()
  }
}
