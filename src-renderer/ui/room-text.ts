/** Room on a disk as people say it: 820 MB, 14.3 GB; whole numbers and one decimal, rounded down so that it is really there. */
export function roomText(bytes: number): string {
  const megabytes = Math.floor(bytes / (1024 * 1024))
  if (megabytes < 1024) return `${megabytes} MB`
  const tenths = Math.floor((megabytes * 10) / 1024)
  return `${Math.floor(tenths / 10)}.${tenths % 10} GB`
}

/** After writing to a folder: what was done and what may be done now. */
export function ejectHint(label: string, place: string): string {
  const isStick = /盘/.test(label)
  return `已写入并核对，存放在${label}（${place}）。${isStick ? `可以安全弹出${label}。` : '对方现在可以取走。'}`
}
