import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { saveExpert } from '#actions/save-expert'
import { checkSecrets, type Expert, type ExpertSecrets as Secrets } from '#domain/experts/expert'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { readSecret } from '#storage/expert-secrets'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { partStyle } from './styles.ts'

const names = { identity: '身份证号', bank: '银行账号' } as const

/** Identity and bank number: encrypted, shown masked, opened on demand by those who may. */
export function ExpertSecrets({ expert, readOnly }: { expert: Expert | null; readOnly: boolean }) {
  const { dataKey } = useSession()
  const fixed = readOnly || expert === null || dataKey === null
  return (
    <Box sx={partStyle}>
      {(['identity', 'bank'] as const).map((secret) => (
        <SecretLine key={secret} secret={secret} expert={expert} readOnly={fixed} />
      ))}
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
        {dataKey === null
          ? '登录账户后才能登记身份证号和银行账号。'
          : expert === null
            ? '填写姓名后即可登记身份证号和银行账号。'
            : '加密保存；查看须有相应职责。'}
      </Box>
    </Box>
  )
}

type Mode = { kind: 'masked' } | { kind: 'shown'; text: string } | { kind: 'typing'; text: string }

function SecretLine(props: { secret: keyof Secrets; expert: Expert | null; readOnly: boolean }) {
  const { secret, expert } = props
  const { book, by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const [mode, setMode] = useState<Mode>({ kind: 'masked' })
  const isKept = expert !== null && (secret === 'identity' ? expert.sealedIdentity : expert.sealedBank) !== ''

  function show() {
    if (!expert) return
    attempt(async () => setMode({ kind: 'shown', text: await readSecret(expert, secret, dataKey, by) }))
  }

  function keep(text: string) {
    if (!expert) return
    const fault = checkSecrets({ [secret]: text }, expert.sex)[0]
    if (fault?.severity === 'error') {
      say({ text: `${fault.message}没有保存，原内容保留。`, severity: 'warning' })
      return
    }
    attempt(async () => {
      await saveExpert(book.id, expert.id, expert.revision, expert, { [secret]: text }, dataKey, by)
      setMode({ kind: 'masked' })
      say(
        fault
          ? { text: `已保存${names[secret]}。${fault.message}`, severity: 'warning' }
          : `已加密保存${names[secret]}。`,
      )
    })
  }

  if (mode.kind === 'typing')
    return (
      // Aligned at the top: a finding that comes or goes must not move the buttons from under the pointer.
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start', '& button': { mt: '20px' } }}>
        <Box sx={{ flex: 1 }}>
          <TextField
            label={names[secret]}
            placeholder={secret === 'identity' ? '18 位' : '开户行和账号'}
            value={mode.text}
            problems={expert ? checkSecrets({ [secret]: mode.text }, expert.sex) : []}
            onCommit={(text) => setMode({ kind: 'typing', text })}
          />
        </Box>
        <Button size="small" variant="outlined" onClick={() => keep(mode.text)}>
          加密保存
        </Button>
        <Button size="small" onClick={() => setMode({ kind: 'masked' })}>
          取消
        </Button>
      </Box>
    )
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontSize: 13, minHeight: 28 }}>
      <Box sx={{ width: 64, color: colours.secondary, fontSize: 12 }}>{names[secret]}</Box>
      <Box sx={{ flex: 1, wordBreak: 'break-all' }}>
        {mode.kind === 'shown' ? mode.text : isKept ? maskOf(secret, expert) : '未登记'}
      </Box>
      {isKept && dataKey !== null && may(by, 'see-expert-secrets') && (
        <Button
          size="small"
          aria-label={`${mode.kind === 'shown' ? '隐藏' : '显示'}${names[secret]}`}
          onClick={() => (mode.kind === 'shown' ? setMode({ kind: 'masked' }) : show())}
        >
          {mode.kind === 'shown' ? '隐藏' : '显示'}
        </Button>
      )}
      {!props.readOnly && (
        <Button
          size="small"
          aria-label={`${isKept ? '更改' : '登记'}${names[secret]}`}
          onClick={() => setMode({ kind: 'typing', text: '' })}
        >
          {isKept ? '更改' : '登记'}
        </Button>
      )}
    </Box>
  )
}

function maskOf(secret: keyof Secrets, expert: Expert | null): string {
  return secret === 'identity' ? `••••••••••••••${expert?.identityTail ?? ''}` : '••••••••（已加密）'
}
