import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { carryForward } from '#actions/carry-forward'
import { backupBefore } from '#backup/take'
import { useSession } from '#session'
import { openWorkOf } from '#storage/open-work'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** 结转到下年, after a backup: what it takes along, and what of the year is not finished, each with the way there. */
export function CarryDialog({ onClose }: { onClose: () => void }) {
  const { book, by, openBook } = useSession()
  const { attempt, say } = useToast()
  const open = useLiveQuery(() => openWorkOf(book.id), [book.id])
  const action = `结转到 ${book.year + 1} 年度`

  function carry() {
    onClose()
    attempt(async () => {
      await backupBefore('before-year-close')
      const next = await carryForward(book.id, by)
      openBook(next.id)
      say(`已结转到 ${next.year} 年度：单位、股室和延续项目的目标草稿已带入。`)
    })
  }

  return (
    <ConfirmDialog open title={action} action={action} onCancel={onClose} onConfirm={carry}>
      将新建 {book.year + 1} 年度账套，带入全部单位和股室；常年性项目和未到期的延续性项目带入为草稿。
      {book.year} 年度的内容不变。
      {open && open.length > 0 && (
        <Box component="section" aria-label="没办完的事" sx={{ mt: 3, fontSize: 14 }}>
          <Box sx={{ color: colours.attention, mb: 1 }}>
            ▲ {book.year} 年度还有没办完的事。结转后仍在 {book.year} 年度办理；要先办完，点开去办：
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 5, lineHeight: '26px' }}>
            {open.map(({ what, count, path }) => (
              <li key={path}>
                <Link to={path} onClick={onClose}>
                  {count.toLocaleString('zh-CN')} {what}
                </Link>
              </li>
            ))}
          </Box>
        </Box>
      )}
    </ConfirmDialog>
  )
}
