import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Moment } from '#domain/dates'
import { sentenceFor } from './error-text.ts'
import { colours } from './theme.ts'
import { showUnread, useUnreadCount } from './unread.ts'

export type SaveState = { kind: 'saved' | 'pending' } | { kind: 'failed'; error: unknown }

/** Whether what was written is kept; where it is not, why, and another try. */
export function SaveNote({ saver, at }: { saver: { state: SaveState; retry: () => void }; at: Moment | '' }) {
  const { state } = saver
  const unread = useUnreadCount()
  if (unread > 0 && state.kind === 'saved') return <UnreadNote count={unread} />
  const time =
    at === ''
      ? ''
      : new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
  return (
    <Box component="span" role="status" data-save={state.kind}>
      {state.kind === 'saved' && `已保存 ${time}`}
      {state.kind === 'pending' && '正在保存'}
      {state.kind === 'failed' && (
        <Box component="span" sx={{ color: colours.alarm }}>
          ■ 未保存：{sentenceFor(state.error)}
          <Button size="small" onClick={saver.retry} sx={{ ml: 2 }}>
            再次保存
          </Button>
        </Box>
      )}
    </Box>
  )
}

/** In the place of 已保存, where some of what stands on the page could not be read. */
export function UnreadNote({ count }: { count: number }) {
  return (
    <Box component="span" role="status" data-save="unread" sx={{ color: colours.alarm }}>
      ■ 有 {count} 处看不懂，没有保存
      <Button size="small" onClick={() => showUnread()} sx={{ ml: 2 }}>
        去改
      </Button>
    </Box>
  )
}
