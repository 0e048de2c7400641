import Box from '@mui/material/Box'
import { chineseDay } from '#domain/dates'
import { screeningNames } from '#domain/screening/rules'
import { pickWays, type SpotCheck, verdicts } from '#domain/spot-checks/spot-check'

/** Names that the paper shows beside the check. */
export type CheckPaperNames = { year: number; unit: string; round: string; office: string }

const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '10.5pt',
  lineHeight: 1.5,
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '3pt 4pt',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    breakInside: 'avoid',
  },
  '& th': { textAlign: 'center' },
  '& table + table': { mt: '-0.75pt' },
} as const

const blankLines = '\n\n\n'
const mostGrounds = 6

/** 核查工作底稿: filled as far as it is recorded, with room for the pen and the seals. */
export function CheckPaper({ check, names }: { check: SpotCheck; names: CheckPaperNames }) {
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '18pt', fontWeight: 700, textAlign: 'center' }}>
        绩效监控核查工作底稿
      </Box>
      <Box sx={{ textAlign: 'center', mb: '6pt' }}>
        （{names.year} 年度 · {names.round}）
      </Box>
      <Facts check={check} names={names} />
      <Lines check={check} />
      <table>
        <colgroup>
          <col style={{ width: '18%' }} />
          <col />
        </colgroup>
        <tbody>
          <Long label="核查情况" text={check.record} />
          <Long
            label="核查结论"
            text={check.verdict === '' ? '□ 属实　□ 基本属实　□ 不实' : verdicts[check.verdict]}
          />
          <Long label="处理建议" text={check.suggestion} />
          <Long label="佐证材料" text={evidenceText(check)} />
          <Long label="被核查单位说明" text={check.explanation || blankLines} />
        </tbody>
      </table>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '24pt', breakInside: 'avoid' }}>
        <span>核查人员（签字）：　　　　　　　　</span>
        <span>被核查单位（签章）：　　　　　　　　</span>
        <span>　　年　　月　　日</span>
      </Box>
    </Box>
  )
}

function Facts({ check, names }: { check: SpotCheck; names: CheckPaperNames }) {
  const grounds = check.grounds
    .slice(0, mostGrounds)
    .map(({ code, message }) => `${screeningNames[code]}：${message}`)
  return (
    <table>
      <colgroup>
        <col style={{ width: '18%' }} />
        <col />
        <col style={{ width: '14%' }} />
        <col style={{ width: '30%' }} />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">项目名称</th>
          <td colSpan={3}>
            {check.code && `［${check.code}］`}
            {check.name}
          </td>
        </tr>
        <tr>
          <th scope="row">被核查单位</th>
          <td>{names.unit}</td>
          <th scope="row">核查单位</th>
          <td>{names.office}</td>
        </tr>
        <tr>
          <th scope="row">核查日期</th>
          <td>{check.checkedOn === '' ? '　　年　　月　　日' : chineseDay(check.checkedOn)}</td>
          <th scope="row">核查人员</th>
          <td>{check.checkers}</td>
        </tr>
        <tr>
          <th scope="row">核查地点</th>
          <td>{check.place}</td>
          <th scope="row">抽取方式</th>
          <td>{pickWays[check.way]}</td>
        </tr>
        <tr>
          <th scope="row">抽取依据和疑点</th>
          <td colSpan={3}>{[check.ground, ...grounds].join('\n')}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Lines({ check }: { check: SpotCheck }) {
  return (
    <table aria-label="核查事项">
      <colgroup>
        <col style={{ width: '25%' }} />
        <col style={{ width: '14%' }} />
        <col style={{ width: '13%' }} />
        <col style={{ width: '13%' }} />
        <col style={{ width: '11%' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          {['核查事项', '目标', '填报数', '核实数', '结论', '情况说明'].map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {check.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.subject}</td>
            <td>{line.target}</td>
            <td>{line.reported}</td>
            <td>{line.found}</td>
            <td>{line.verdict === '' ? '' : verdicts[line.verdict]}</td>
            <td>{line.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Long({ label, text }: { label: string; text: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{text || '\n'}</td>
    </tr>
  )
}

function evidenceText(check: SpotCheck): string {
  const files = [...check.lines.flatMap(({ evidence }) => evidence), ...check.evidence]
  const names = [...new Set(files.map(({ name }) => name))]
  return names.length === 0 ? '' : `${names.length} 件：${names.join('、')}`
}
