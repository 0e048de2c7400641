/** One block of a paper that is shown on screen, printed, and written as a page: text alone, without any look. */
export type PaperBlock =
  | { kind: 'pairs'; rows: readonly { label: string; text: string }[] }
  | { kind: 'table'; title: string; columns: readonly PaperColumn[]; rows: readonly (readonly string[])[] }
  | { kind: 'text'; title: string; text: string }

/** `share` of the width; figures stand right. */
export type PaperColumn = { title: string; share: number; align?: 'right' | 'center' }

/** All texts of blocks, in their order: for whoever searches them. */
export function textsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'pairs') return block.rows.flatMap(({ label, text }) => [label, text])
    if (block.kind === 'text') return [block.title, block.text]
    return [block.title, ...block.columns.map(({ title }) => title), ...block.rows.flat()]
  })
}

/** The blocks with every text that is not a head changed. */
export function withTexts(block: PaperBlock, change: (text: string) => string): PaperBlock {
  if (block.kind === 'pairs')
    return { ...block, rows: block.rows.map(({ label, text }) => ({ label, text: change(text) })) }
  if (block.kind === 'text') return { ...block, text: change(block.text) }
  return { ...block, rows: block.rows.map((row) => row.map(change)) }
}
