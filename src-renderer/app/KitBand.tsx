import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { desktop } from '#desktop'
import type { BookKit } from '#domain/evaluation/kit'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sheetById } from '#storage/evaluation-tasks'
import { useToast } from '#ui/Toast.tsx'
import { KitOpener } from '../features/home/KitOpener.tsx'
import { Band } from './Band.tsx'

/** Where an expert's sheet is scored. */
export function kitPath(kit: BookKit): string {
  return `${scorePath(kit)}?expert=${kit.expertId}`
}

function scorePath({ taskId }: BookKit): string {
  return `/evaluation/tasks/${taskId}/score`
}

/** The band of a book made of a 评分包: whose sheet it is, and once it is signed the file that goes back. */
export function KitBand({ kit }: { kit: BookKit }) {
  const { book, by, openBook } = useSession()
  const { pathname } = useLocation()
  const { attempt, say } = useToast()
  const sheet = useLiveQuery(() => sheetById(kit.sheetId), [kit.sheetId])
  const [given, setGiven] = useState({ kitId: '', text: '' })
  const isSigned = sheet?.signedAt !== undefined && sheet.signedAt !== ''

  function give() {
    attempt(async () => {
      const { exportExpertReturn } = await import('#actions/export-expert-return')
      const { name, bytes } = await exportExpertReturn(book.id, by)
      const saved = await desktop.saveFile(name, bytes)
      if (!saved) return
      setGiven({ kitId: kit.id, text: `● 已导出 ${saved.name}` })
      say(`已导出 ${saved.name}，存放在${saved.place}。请交回${book.identity.office}。`)
    })
  }

  return (
    <Band
      actions={
        <>
          {pathname !== scorePath(kit) && (
            <Button size="small" variant="outlined" component={Link} to={kitPath(kit)}>
              去评分
            </Button>
          )}
          {may(by, 'open-expert-kit') && (
            <KitOpener
              small
              label="打开另一份评分包"
              by={by}
              onMake={async (make) => openBook((await make()).id)}
            />
          )}
          {isSigned && (
            <Button size="small" variant="contained" onClick={give}>
              导出评分表
            </Button>
          )}
        </>
      }
    >
      专家评分包：{kit.expertName}。
      {isSigned
        ? '已签名，请导出评分表交回。'
        : sheet?.round === 2
          ? '第二轮：看过其他专家的评分和理由，改或不改都可以，签名后导出评分表交回。'
          : '评完全部指标并签名后，导出评分表交回。'}
      {given.kitId === kit.id && ` ${given.text}`}
    </Band>
  )
}
