/** When a soak has to come to its end: JIHENG_SOAK minutes from now, by default a few. */
export function soakEnd(): number {
  const minutes = Number(process.env.JIHENG_SOAK ?? '5')
  if (!(minutes > 0)) throw new Error('JIHENG_SOAK is a number of minutes')
  return performance.now() + minutes * 60_000
}
