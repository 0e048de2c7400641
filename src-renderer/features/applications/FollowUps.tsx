import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { followApplication } from '#actions/follow-application'
import { isOpen } from '#domain/applications/flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { applicationById } from '#storage/applications'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import type { PartProps } from './part.ts'

const phrases = ['电话督导，要求按期反馈。', '发函催办。', '现场查看预算调整文件。'] as const

/** 跟踪督导: notes with their day, the newest last. */
export function FollowUps({ saver, application, today }: PartProps) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const mayFollow = isOpen(application.state) && may(by, 'follow-application')

  function follow(text: string) {
    setIsAsking(false)
    attempt(async () => {
      await saver.flush()
      const latest = await applicationById(application.id)
      await followApplication(application.id, latest?.revision ?? 0, { on: today, text }, by)
      say('已登记跟踪情况。')
    })
  }

  return (
    <Box sx={{ borderTop: `1px solid ${colours.line}`, pt: 2, fontSize: 13, lineHeight: '20px' }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1, fontWeight: 600 }}>跟踪督导</Box>
        {mayFollow && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            登记跟踪情况
          </Button>
        )}
      </Box>
      {application.followUps.length === 0 && <Box sx={{ color: colours.secondary }}>还没有跟踪记录。</Box>}
      {application.followUps.map((each) => (
        <Box key={each.id}>
          <Box component="span" sx={{ color: colours.secondary }}>
            {each.on} {each.by}
          </Box>{' '}
          {each.text}
        </Box>
      ))}
      {isAsking && (
        <OpinionDialog
          title={`登记跟踪情况：${application.name}`}
          action="登记"
          label="跟踪情况"
          required
          phrases={phrases}
          onCancel={() => setIsAsking(false)}
          onConfirm={follow}
        />
      )}
    </Box>
  )
}
