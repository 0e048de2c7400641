/** By then also a page that says nothing stands. */
const latest = 1000

let tell: () => void = () => undefined

/** Once the first page can be used: what nobody waits for begins only then. */
export const firstPageStands = new Promise<void>((resolve) => {
  tell = resolve
  setTimeout(resolve, latest)
})

/** Said by a page that a start may lead to, when it can be used. */
export function tellFirstPage(): void {
  tell()
}
