import { Navigate } from 'react-router'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'

/** 设置 opens on the first part that the duty may see. */
export function SettingsStart() {
  const { by } = useSession()
  if (may(by, 'see-base')) return <Navigate to="units" replace />
  return <Navigate to={may(by, 'see-accounts') ? 'accounts' : 'audit'} replace />
}
