import Box from '@mui/material/Box'
import { filesText } from '#domain/exchange/attachments'
import { coverText, inGroups } from '#domain/exchange/cover'
import { type PackageRecord, purposes } from '#domain/exchange/package'
import type { Party } from '#domain/exchange/station'
import { momentText } from '#ui/moment-text'
import { QrCode } from '#ui/QrCode.tsx'
import { digestStyle, paperStyle } from './PaperFrame.tsx'
import { countList, sizeText, totalList } from './package-words.ts'

type Props = { record: PackageRecord; sender: Party; receiver: Party; contact: string; phone: string }

/** 数据包封面: what is on the medium, by counts, control totals and digest, for the seal. */
export function CoverPaper({ record, sender, receiver, contact, phone }: Props) {
  const totals = totalList(record.totals)
  return (
    <Box component="article" sx={paperStyle}>
      <h1>{purposes[record.purpose]}封面</h1>
      <Box sx={{ textAlign: 'center', mb: '8pt' }}>
        （{record.year} 年度　第 {record.sequence} 号）
      </Box>
      <table>
        <colgroup>
          <col style={{ width: '18%' }} />
          <col />
          <col style={{ width: '16%' }} />
          <col style={{ width: '28%' }} />
        </colgroup>
        <tbody>
          <PartyRow label="发送单位" party={sender} />
          <PartyRow label="接收单位" party={receiver} />
          <tr>
            <th scope="row">用途</th>
            <td>
              {purposes[record.purpose]}（{record.scope}）
            </td>
            <th scope="row">生成时间</th>
            <td>{momentText(record.createdAt)}</td>
          </tr>
          <tr>
            <th scope="row">经办人</th>
            <td>{contact}</td>
            <th scope="row">电话</th>
            <td>{phone}</td>
          </tr>
          <tr>
            <th scope="row">文件名</th>
            <td>{record.fileName}</td>
            <th scope="row">大小、介质</th>
            <td>
              {sizeText(record.size)}
              {record.medium && `，${record.medium}`}
            </td>
          </tr>
        </tbody>
      </table>
      <Contents record={record} />
      <Files record={record} />
      <table aria-label="控制数">
        <colgroup>
          <col style={{ width: '18%' }} />
          <col />
          <col style={{ width: '44%' }} />
        </colgroup>
        <tbody>
          {totals.length === 0 && (
            <tr>
              <th scope="row">控制数</th>
              <td colSpan={2}>没有金额</td>
            </tr>
          )}
          {totals.map(({ name, text }, index) => (
            <tr key={name}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={totals.length}>
                  {'控制数\n（万元）'}
                </th>
              )}
              <td>{name}</td>
              <td className="figure">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Identity record={record} />
      <Box sx={{ mt: '8pt', fontSize: '9pt' }}>
        本封面与数据包文件一一对应：接收单位用扫码枪扫描二维码，或逐组核对 SM3
        摘要，即可确认文件没有被替换或改动。涉密事项不得通过本数据包传递。
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '36pt', breakInside: 'avoid' }}>
        <span>单位负责人（签字）：　　　　　　</span>
        <span>（单位公章）</span>
        <span>　　年　　月　　日</span>
      </Box>
    </Box>
  )
}

function PartyRow({ label, party }: { label: string; party: Party }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{party.name}</td>
      <th scope="row">{party.level === 'unit' ? '单位代码' : '行政区划'}</th>
      <td>{party.level === 'unit' ? party.unitCode : party.regionCode}</td>
    </tr>
  )
}

/** Kinds of records, two beside each other. */
function Contents({ record }: { record: PackageRecord }) {
  const list = countList(record.counts)
  const rows = Array.from({ length: Math.ceil(list.length / 2) }, (_, index) =>
    list.slice(index * 2, index * 2 + 2),
  )
  return (
    <table aria-label="包内记录">
      <colgroup>
        <col style={{ width: '18%' }} />
        <col style={{ width: '27%' }} />
        <col style={{ width: '14%' }} />
        <col style={{ width: '27%' }} />
        <col style={{ width: '14%' }} />
      </colgroup>
      <tbody>
        {rows.map(([left, right], index) => (
          <tr key={left?.name}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={rows.length}>
                {'包内记录\n（条）'}
              </th>
            )}
            <td>{left?.name}</td>
            <td className="figure">{left?.count}</td>
            <td>{right?.name}</td>
            <td className="figure">{right?.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 附件, also those that are not in it: the receiver is to know before the file is opened. */
function Files({ record }: { record: PackageRecord }) {
  const text = filesText(record.files)
  if (text === '') return null
  return (
    <table aria-label="附件">
      <colgroup>
        <col style={{ width: '18%' }} />
        <col />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">附件</th>
          <td>{text.replace(/^附件 ?/, '')}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Identity({ record }: { record: PackageRecord }) {
  return (
    <table aria-label="核对">
      <colgroup>
        <col style={{ width: '18%' }} />
        <col />
        <col style={{ width: '44mm' }} />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">包编号</th>
          <td>
            <Box component="span" sx={digestStyle}>
              {record.id}
            </Box>
          </td>
          <td rowSpan={2} style={{ textAlign: 'center' }}>
            <Box sx={{ display: 'grid', justifyItems: 'center' }}>
              <QrCode text={coverText(record)} label="封面二维码：包编号、SM3 摘要、控制数" size="38mm" />
            </Box>
          </td>
        </tr>
        <tr>
          <th scope="row">SM3 摘要</th>
          <td>
            <Box component="span" sx={{ ...digestStyle, wordSpacing: '2pt' }}>
              {inGroups(record.sm3).join(' ')}
            </Box>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
