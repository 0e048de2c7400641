import { useEffect } from 'react'
import { useBlocker } from 'react-router'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { isAnythingUnkept } from '#ui/unkept'
import { showUnread, unreadCount } from '#ui/unread'
import { firstUnsent } from '#ui/unsent'

/** Parts of an address by which another pane of the same page stands there, with fields of its own. */
const paneParts = ['item', 'entry', 'open', 'rule', 'at', 'expert', 'round', 'part', 'view', 'unit']

function panesOf(search: string): string {
  const parts = new URLSearchParams(search)
  return paneParts.map((part) => parts.get(part) ?? '').join(' ')
}

/** Asks before the window goes away with what is typed and not kept, and before a page does with what could not be read or is not sent. */
export function LeaveQuestion() {
  useEffect(() => {
    // The browser asks in its own words. Before the fields hand on what they hold: that is kept only if one stays.
    const ask = (event: BeforeUnloadEvent) => {
      if (isAnythingUnkept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask, { capture: true })
    return () => window.removeEventListener('beforeunload', ask, { capture: true })
  }, [])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      (unreadCount() > 0 || firstUnsent() !== undefined) &&
      (currentLocation.pathname !== nextLocation.pathname ||
        panesOf(currentLocation.search) !== panesOf(nextLocation.search)),
  )
  const unread = unreadCount()
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={unread > 0 ? `有 ${unread} 处看不懂，没有保存` : '写好的意见还没有交'}
      action="仍然离开"
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
      onExited={() => (unreadCount() > 0 ? showUnread() : firstUnsent()?.show())}
    >
      离开后，这些文字不再保留，保存过的内容不变。点“取消”可以留下{unread > 0 ? '改正' : '办完'}。
    </ConfirmDialog>
  )
}
