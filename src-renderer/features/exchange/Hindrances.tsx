import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { holdPackage } from '#actions/decide-package'
import type { Severity } from '#domain/exchange/checks'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { Fingerprint } from './Fingerprint.tsx'
import type { RehearsalProps } from './RehearsalView.tsx'
import { TakeCardDialog } from './TakeCardDialog.tsx'
import { useChosenCard } from './use-chosen-card.ts'

const looks = {
  stop: { shape: '■', colour: colours.alarm, word: '不能导入' },
  decide: { shape: '▲', colour: colours.attention, word: '须先决定' },
  warn: { shape: '▲', colour: colours.attention, word: '请注意' },
} as const satisfies Record<Severity, { shape: string; colour: string; word: string }>

/** Everything that stands against the import, each with a way on. */
export function Hindrances(props: RehearsalProps) {
  const { hindrances } = props.rehearsal
  if (hindrances.length === 0) return null
  const isAllowed = props.before?.state === 'allowed' && props.before.sha256 === props.seen.sha256
  return (
    <Box
      component="ul"
      aria-label="导入前须知"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, fontSize: 13 }}
    >
      {hindrances.map(({ code, severity, message }) => {
        const look = looks[severity]
        return (
          <Box
            component="li"
            key={`${code} ${message}`}
            sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}
          >
            <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap', fontWeight: 600 }}>
              <span aria-hidden="true">{look.shape}</span> {look.word}
            </Box>
            <span>
              {message}
              {severity === 'decide' && isAllowed && '（管理员已同意导入这一个文件。）'}
            </span>
          </Box>
        )
      })}
      {hindrances.some(({ severity }) => severity === 'decide') && !isAllowed && <Decide {...props} />}
    </Box>
  )
}

/** The two ways on for a signature that nobody here trusts: the card, or the administrator. */
function Decide({ file, seen, before, decisions }: RehearsalProps) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const { card, ask, field, close } = useChosenCard('发送单位的名片')
  const isHeld = before?.state === 'held'
  function hold() {
    attempt(async () => {
      await holdPackage({ manifest: seen.manifest, file }, decisions.made.medium, by)
      say('已提请管理员决定。管理员在往来台账同意后，再打开这个文件即可导入。')
    })
  }
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>
        签名密钥的指纹 <Fingerprint publicKey={seen.publicKey} />
      </span>
      {may(by, 'accept-peer') && (
        <Button size="small" variant="outlined" onClick={ask}>
          收取对方名片并核对指纹
        </Button>
      )}
      {!isHeld && may(by, 'hold-package') && (
        <Button size="small" variant="outlined" onClick={hold}>
          提请管理员决定
        </Button>
      )}
      {isHeld && (
        <Button size="small" variant="outlined" component={Link} to={`/exchange/packages/${before.id}`}>
          已提请，由管理员在台账决定
        </Button>
      )}
      {field}
      {card && <TakeCardDialog card={card} by={by} onClose={close} />}
    </Box>
  )
}
