import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
import { makeBackup } from '#actions/make-backup'
import { backupKey, backupSettings, lastBackup } from '#backup/keep'
import { readListed, verifyFile } from '#backup/open'
import { desktop, type BackupList as Listed } from '#desktop'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { BackupList, type ListedFile, RowButton } from './BackupList.tsx'
import { BackupSettings } from './BackupSettings.tsx'
import { BookFiles } from './BookFiles.tsx'
import { DataCheck } from './DataCheck.tsx'
import { RestoreDialog, type Source } from './RestoreDialog.tsx'
import { RestoreFileButton } from './RestoreFileButton.tsx'
import { copyText, faultyText, parsedNote } from './words.ts'

type Machine = { list: Listed; edition: 'electron' | 'browser' }

/** 备份: what there is, making, proving and restoring it, and the rule by which it is kept. */
export function BackupTab() {
  const { by, signUp } = useSession()
  const { attempt, say, sayError } = useToast()
  const [machine, setMachine] = useState<Machine | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [verified, setVerified] = useState<ReadonlySet<string>>(new Set())
  const [checking, setChecking] = useState(false)
  const [source, setSource] = useState<Source | null>(null)
  const kept = useLiveQuery(
    async () => ({
      settings: await backupSettings(),
      last: await lastBackup(),
      isSealed: (await backupKey()) !== null,
    }),
    [],
  )
  const refresh = useCallback(async () => {
    const [list, { edition }] = await Promise.all([desktop.listBackups(), desktop.info()])
    setMachine({ list, edition })
  }, [])
  const newest = kept?.last?.name
  // Also when a backup was made by itself meanwhile.
  useEffect(() => {
    if (newest !== undefined || kept) refresh().catch(sayError)
  }, [newest, kept, refresh, sayError])

  if (!kept || !machine) return null

  function make() {
    setShare(0)
    attempt(async () => {
      try {
        const made = await makeBackup(by, (done, whole) => setShare(whole === 0 ? 100 : (done / whole) * 100))
        say({
          text: `已备份到 ${made.place}，${copyText(made)}。`,
          severity: made.copy === 'failed' || made.copy === 'unreachable' ? 'warning' : 'success',
        })
      } finally {
        setShare(null)
      }
    })
  }

  function verify(file: ListedFile) {
    attempt(async () => {
      const { faults, records } = await verifyFile(await readListed(file.name, file.from), '')
      if (faults.length > 0) {
        say({ text: '文件完整，但内容与控制数或操作记录链对不上，请打开“恢复”查看详情。', severity: 'error' })
        return
      }
      setVerified((before) => new Set([...before, `${file.from} ${file.name}`]))
      if (records.faulty > 0) {
        say({ text: `文件完整，可以用来恢复，但${faultyText(records)}`, severity: 'warning' })
        return
      }
      say('已逐项校验：文件完整，控制数相符，操作记录链没有断，可以用来恢复。')
    })
  }

  const own = machine.list.own.map((file) => ({ ...file, from: 'own' as const }))
  const copies = machine.list.copies.map((file) => ({ ...file, from: 'second' as const }))
  const undo = own.find(({ name }) => parsedNote(name).reason === '恢复前')

  function actions(file: ListedFile) {
    const { at } = parsedNote(file.name)
    return (
      <>
        {may(by, 'make-backup') && !(file.from === 'second' && kept?.isSealed) && (
          <RowButton label="校验" about={at} onClick={() => verify(file)} />
        )}
        {may(by, 'restore-backup') && (
          <RowButton
            label="恢复"
            about={at}
            onClick={() => setSource({ name: file.name, load: () => readListed(file.name, file.from) })}
          />
        )}
      </>
    )
  }

  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 1400 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography sx={{ flex: 1 }}>
          {kept.last
            ? `最近一次备份：${momentText(kept.last.madeAt)}，在 ${kept.last.place}，${copyText(kept.last)}。`
            : '本机还没有备份。'}
        </Typography>
        {may(by, 'make-backup') && <Button onClick={() => setChecking(true)}>检查数据</Button>}
        {may(by, 'restore-backup') && undo && (
          <Button onClick={() => setSource({ name: undo.name, load: () => readListed(undo.name, 'own') })}>
            恢复到上次恢复之前
          </Button>
        )}
        {may(by, 'restore-backup') && <RestoreFileButton onChosen={setSource} />}
        {may(by, 'make-backup') && (
          <Button variant="contained" disabled={share !== null} onClick={make}>
            {share === null ? '立即备份' : '正在备份…'}
          </Button>
        )}
      </Box>
      {share !== null && (
        <LinearProgress aria-label="正在备份" variant="determinate" value={Math.min(100, share)} />
      )}
      {own.length === 0 ? (
        <EmptyState
          text={`还没有备份。${signUp === null ? '有改动后会自动备份' : '试用期间不自动备份，建立账户后自动备份'}，也可以现在就备份一次。`}
        />
      ) : (
        <BackupList label="本机的备份" files={own} verified={verified} actions={actions} />
      )}
      {copies.length > 0 && (
        <>
          <Typography variant="h2">另存在 {machine.list.second?.place} 的备份</Typography>
          <BackupList label="另存的备份" files={copies} verified={verified} actions={actions} />
        </>
      )}
      <BackupSettings
        settings={kept.settings}
        isSealed={kept.isSealed}
        second={machine.list.second}
        edition={machine.edition}
        onChanged={() => attempt(refresh)}
      />
      {may(by, 'open-book-file') && <BookFiles />}
      {checking && <DataCheck onClose={() => setChecking(false)} />}
      {source && <RestoreDialog source={source} by={by} onClose={() => setSource(null)} />}
    </Box>
  )
}
