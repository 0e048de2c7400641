import { colours } from './theme.ts'

/** A remark beside the fields of a part. */
export const note = { fontSize: 13, lineHeight: '20px', color: colours.secondary } as const

/** Fields of a part, three to a line. */
export const fields = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' } as const

/** A table of a part, ruled like the official form. */
export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': { border: `1px solid ${colours.line}`, p: '4px 8px', textAlign: 'left' },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
  '& .figure': { textAlign: 'right' },
} as const
