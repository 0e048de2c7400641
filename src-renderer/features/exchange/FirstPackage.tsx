import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { applyPackage } from '#actions/apply-package'
import { rehearsePackage } from '#actions/rehearse-package'
import { AppError } from '#domain/errors'
import { otherKindText } from '#domain/exchange/package'
import type { Station } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import type { Opener } from '#exchange/lock'
import { inspectPackage } from '#exchange/package'
import type { Rehearsal } from '#exchange/rehearsal'
import { bookById } from '#storage/books'
import { allPeers, ownStation } from '#storage/exchange'
import { openStationKey } from '#storage/station-record'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { bytesOf } from '#ui/collect-files'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { CorrectCardDialog, FirstCard } from './FirstCard.tsx'
import { SignUpFields, useSignUp } from './NeedAccount.tsx'
import { countsText } from './package-words.ts'
import { TakeCardDialog } from './TakeCardDialog.tsx'
import { useChosenCard } from './use-chosen-card.ts'

type Props = {
  by: Actor
  dataKey: CryptoKey | null
  signUp: ((name: string, password: string) => Promise<Actor>) | null
  onMake: (make: () => Promise<YearBook>) => Promise<void>
  onBack: () => void
}

/**
 * 打开参数包 on a machine without a book: an account, the machine's own card, the bureau's card, the package; the step that
 * is next is what is not there yet, so that it goes on where it was left.
 */
export function FirstPackage(props: Props) {
  const { dataKey, signUp } = props
  const read = useLiveQuery(async () => ({ station: await ownStation(), peers: await allPeers() }), [])
  if (!read) return null
  const { station, peers } = read
  const step = dataKey === null ? 0 : !station ? 1 : peers.length === 0 ? 2 : 3
  return (
    <Box
      component="main"
      sx={{
        display: 'grid',
        justifyContent: 'center',
        gridTemplateColumns: 'minmax(0, 760px)',
        gap: 4,
        p: 6,
        alignContent: 'start',
        height: '100vh',
        overflow: 'auto',
      }}
    >
      <Box>
        <Typography variant="h1" sx={{ fontSize: 22 }}>
          打开财政局的参数包
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          预算单位第一次使用：按下面四步，账套由参数包建立，不用自己新建。
        </Typography>
      </Box>
      <Steps step={step} />
      {step === 0 && signUp && <Account signUp={signUp} />}
      {step === 0 && !signUp && <Typography>请先登录。</Typography>}
      {step === 1 && <FirstCard {...props} />}
      {step >= 2 && station && (
        <Trusting {...props} station={station} names={peers.map(({ name }) => name)} />
      )}
      <Box>
        <Button color="inherit" onClick={props.onBack}>
          返回
        </Button>
      </Box>
    </Box>
  )
}

const steps = ['建立账户', '填写本机名片', '收取财政局名片', '打开参数包'] as const

function Steps({ step }: { step: number }) {
  return (
    <Box
      component="ol"
      aria-label="步骤"
      sx={{ display: 'flex', gap: 4, listStyle: 'none', m: 0, p: 0, fontSize: 13 }}
    >
      {steps.map((name, index) => (
        <Box
          component="li"
          key={name}
          {...(index === step ? { 'aria-current': 'step' as const } : {})}
          sx={{
            color: index === step ? 'primary.main' : 'text.secondary',
            fontWeight: index === step ? 600 : 400,
          }}
        >
          <span aria-hidden="true">{index < step ? '✓' : index + 1}</span> {name}
        </Box>
      ))}
    </Box>
  )
}

function Account({ signUp }: { signUp: NonNullable<Props['signUp']> }) {
  const { attempt } = useToast()
  const form = useSignUp()
  return (
    <Paper
      variant="outlined"
      component="form"
      noValidate
      aria-label="建立账户"
      onSubmit={(event) => {
        event.preventDefault()
        if (form.check()) attempt(() => form.signUp(signUp))
      }}
      sx={{ p: 4 }}
    >
      <SignUpFields form={form} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: 3 }}>
        <Button type="submit" variant="contained">
          下一步
        </Button>
      </Box>
    </Paper>
  )
}

type Chosen = { name: string; bytes: Uint8Array }

function Trusting(props: Props & { station: Station; names: readonly string[] }) {
  const { by, dataKey, station, names, onMake } = props
  const { attempt, say } = useToast()
  const ofCard = useChosenCard('财政局的单位名片')
  const ofPackage = useFileChoice({
    label: '财政局的参数包',
    accept: '.jhx',
    onChosen: ([file]) => attempt(async () => look({ name: file.name, bytes: await bytesOf(file) })),
  })
  const [locked, setLocked] = useState<Chosen | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isCorrecting, setIsCorrecting] = useState(false)
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null)

  async function look(file: Chosen): Promise<void> {
    const { manifest } = inspectPackage(file.bytes)
    // 整套账移交包 brings a book as well.
    if (manifest.purpose !== 'parameters' && manifest.purpose !== 'handover')
      say({ text: otherKindText(manifest.purpose, 'parameters'), severity: 'warning' })
    else if (manifest.lock?.kdf === 'argon2id') setLocked(file)
    else await open(file, manifest.lock ? await openStationKey(station, dataKey) : { passphrase: '' })
  }
  async function open(file: Chosen, opener: Opener): Promise<void> {
    setLocked(null)
    setRehearsal(await rehearsePackage(file, opener))
  }
  function take(read: Rehearsal) {
    attempt(() =>
      onMake(async () => {
        const record = await applyPackage(
          read,
          { choices: new Map(), skipped: new Set(), medium: '优盘' },
          by,
        )
        const book = await bookById(record.bookId)
        if (!book) throw new AppError('not-found')
        return book
      }),
    )
  }
  function correct() {
    setRehearsal(null)
    setIsCorrecting(true)
  }
  const stops = rehearsal?.hindrances.filter(({ severity }) => severity !== 'warn') ?? []

  return (
    <Paper variant="outlined" sx={{ p: 4, display: 'grid', gap: 4 }}>
      <Box>
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Typography variant="h2">
            {station.name}
            {station.unitCode && `（单位代码 ${station.unitCode}）`}
          </Typography>
          <Button size="small" onClick={() => setIsCorrecting(true)}>
            修改名片
          </Button>
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          本机指纹 <Fingerprint publicKey={station.publicKey} />
          {names.length > 0 && `，已信任 ${names.join('、')}`}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant={names.length === 0 ? 'contained' : 'outlined'} onClick={ofCard.ask}>
          选择财政局名片
        </Button>
        {names.length > 0 && (
          <Button variant="contained" onClick={ofPackage.ask}>
            选择参数包
          </Button>
        )}
      </Box>
      {ofCard.field}
      {ofPackage.field}
      {ofCard.card && <TakeCardDialog card={ofCard.card} by={by} onClose={ofCard.close} />}
      {isCorrecting && <CorrectCardDialog {...props} onClose={() => setIsCorrecting(false)} />}
      {locked && (
        <ConfirmDialog
          open
          title={`打开 ${locked.name}`}
          action="打开"
          disabled={passphrase.trim() === ''}
          onCancel={() => setLocked(null)}
          onConfirm={() => attempt(() => open(locked, { passphrase }))}
        >
          <TextField label="口令" hint="由财政局另行告知" value={passphrase} onCommit={setPassphrase} />
        </ConfirmDialog>
      )}
      {rehearsal && (
        <ConfirmDialog
          open
          title={`${rehearsal.manifest.sender.name}的 ${rehearsal.manifest.year} 年度参数包`}
          action="建立账套"
          disabled={stops.length > 0}
          onCancel={() => setRehearsal(null)}
          onConfirm={() => take(rehearsal)}
        >
          <Box sx={{ display: 'grid', gap: 2 }}>
            {stops.map(({ code, message }) => (
              <Box key={code} sx={{ color: 'error.main' }}>
                ■ {message}
              </Box>
            ))}
            {stops.some(({ code }) => code === 'receiver') && (
              <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={correct}>
                修改本机名片
              </Button>
            )}
            <Box>签名有效。包内有：{countsText(rehearsal.manifest.counts)}。</Box>
          </Box>
        </ConfirmDialog>
      )}
    </Paper>
  )
}
