import Box from '@mui/material/Box'
import { useState } from 'react'
import { filesText } from '#domain/exchange/attachments'
import { type CoverMatch, coverMatch, inGroups } from '#domain/exchange/cover'
import { type FilesCount, purposes } from '#domain/exchange/package'
import { momentText } from '#ui/moment-text'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { IncomingProps } from './IncomingRecords.tsx'
import { MediumField } from './MediumField.tsx'
import { Mark, PackageMark, TrustMark } from './PackageMark.tsx'
import { countsText, sizeText, totalsText } from './package-words.ts'
import { factsStyle, panelStyle } from './styles.ts'
import type { DecisionsMade } from './use-decisions.ts'

/** What a package says of itself, what its signature is worth, and whether it belongs to the paper. */
export function IncomingHead(props: Omit<IncomingProps, 'station'> & { decisions: DecisionsMade }) {
  const { file, seen, trust, before, decisions } = props

  const { manifest } = seen
  const [scanned, setScanned] = useState('')
  const match = scanned.trim() === '' ? null : coverMatch(scanned, { ...manifest, sm3: seen.sm3 })
  return (
    <Box component="section" aria-label="来包" sx={{ ...panelStyle, display: 'flex', gap: 6 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600, mb: 2 }}>
          {purposes[manifest.purpose]}，来自{manifest.sender.name}，{manifest.year} 年度第 {manifest.sequence}{' '}
          号
        </Box>
        <Box component="dl" sx={factsStyle}>
          <dt>签名</dt>
          <dd>
            <TrustMark trust={trust} />
          </dd>
          <dt>内容</dt>
          <dd>
            {countsText(manifest.counts) || '没有记录'}
            {totalsText(manifest.totals) && `；${totalsText(manifest.totals)}`}
            {filesText(counted(manifest.files)) && `；${filesText(counted(manifest.files))}`}
          </dd>
          <dt>文件</dt>
          <dd>
            {file.name}（{sizeText(file.bytes.length)}），生成于 {momentText(manifest.createdAt)}
          </dd>
          {before && (
            <>
              <dt>台账</dt>
              <dd>
                <PackageMark record={before} /> {momentText(before.at)}
                {before.overridden && `（${before.overridden}）`}
              </dd>
            </>
          )}
        </Box>
      </Box>
      <Box sx={{ width: 380, flex: 'none' }}>
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>SM3 摘要（与封面一致才是同一个文件）</Box>
        <Box sx={{ fontSize: 12, fontFamily: 'Consolas, "DejaVu Sans Mono", monospace', mb: 1 }}>
          {inGroups(seen.sm3).join(' ')}
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 140px', gap: 2 }}>
          <TextField label="扫描封面二维码核对" hint="可不填" value={scanned} onCommit={setScanned} />
          <MediumField medium={decisions.made.medium} onChange={decisions.setMedium} />
        </Box>
        {match && <MatchMark match={match} />}
      </Box>
    </Box>
  )
}

/** Those that lack, by their number. */
function counted(files: IncomingProps['seen']['manifest']['files']): FilesCount | undefined {
  return files && { ...files, lacking: files.lacking.length }
}

function MatchMark({ match }: { match: CoverMatch }) {
  const words = {
    same: '封面与文件一致',
    'other-package': '不是这个数据包的封面',
    altered: '封面与文件不一致，请勿导入',
    unread: '没有读出封面二维码，请重新扫描',
  } as const
  if (match === 'same') return <Mark shape="●" colour={colours.ok} word={words.same} />
  return <Mark shape="■" colour={colours.alarm} word={words[match]} />
}
