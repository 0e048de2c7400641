import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type HelpEntry, whoDoes } from '#domain/help/entry'
import { colours } from '#ui/theme'

/** What the step is, who does it, the clause and an example: the same in the panel and in the manual. */
export function EntryText({ entry }: { entry: HelpEntry }) {
  const rows = whoDoes(entry)
  return (
    <Box sx={{ display: 'grid', gap: 2, fontSize: 13, lineHeight: '21px' }}>
      <Part title="这一步是什么">{entry.what}</Part>
      {rows.length > 0 && (
        <Part title="谁来办">
          <Box component="ul" sx={{ m: 0, pl: 4 }}>
            {rows.map(({ what, who }) => (
              <li key={what}>
                {what}：
                <Box component="span" sx={{ color: colours.secondary }}>
                  {who}
                </Box>
              </li>
            ))}
          </Box>
        </Part>
      )}
      <Part title="例子">{entry.example}</Part>
      <Part title="依据">{entry.clause === '' ? '本系统缺省做法〔拟〕' : `${entry.clause}〔源〕`}</Part>
    </Box>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Box sx={{ fontWeight: 600, color: colours.secondary, fontSize: 12 }}>{title}</Box>
      {children}
    </div>
  )
}
