import Box from '@mui/material/Box'
import type { Problem } from '#domain/problem'
import type { Section } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { SeverityMark } from '#ui/SeverityMark.tsx'

/** What a list of 股室 from Excel would change; those that the list does not name stay behind it. */
export function ReadSectionsDialog(props: {
  read: { sections: Section[]; problems: Problem[] }
  present: readonly Section[]
  onConfirm: (sections: Section[]) => void
  onCancel: () => void
}) {
  const { sections, problems } = props.read
  const known = new Map(props.present.map((section) => [section.id, section]))
  const added = sections.filter(({ id }) => !known.has(id)).length
  const changed = sections.filter((section) => {
    const before = known.get(section.id)
    return (
      before && (before.code !== section.code || before.name !== section.name || before.role !== section.role)
    )
  }).length
  const read = new Set(sections.map(({ id }) => id))
  const others = props.present.filter(({ id }) => !read.has(id))

  return (
    <ConfirmDialog
      open
      title="导入股室"
      action={`写入 ${added + changed} 个股室`}
      disabled={added + changed === 0}
      onCancel={props.onCancel}
      onConfirm={() =>
        props.onConfirm([...sections, ...others].map((section, order) => ({ ...section, order })))
      }
    >
      读到 {sections.length} 个股室：新增 {added}，变更 {changed}，相同 {sections.length - added - changed}
      。表中没有的股室保留不动。
      {problems.length > 0 && (
        <Box component="ul" sx={{ pl: 5, maxHeight: 240, overflow: 'auto', fontSize: 13 }}>
          {problems.map((problem) => (
            <li key={`${problem.at} ${problem.code} ${problem.message}`}>
              <SeverityMark severity={problem.severity} /> {problem.message}
            </li>
          ))}
        </Box>
      )}
    </ConfirmDialog>
  )
}
