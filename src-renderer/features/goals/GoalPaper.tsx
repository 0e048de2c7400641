import Box from '@mui/material/Box'
import {
  attributes,
  durations,
  fundingSources,
  type Goal,
  type Indicator,
  projectCategories,
  targetText,
} from '#domain/goals/goal'
import { formatWeight } from '#domain/goals/weights'
import { addUp, formatWanExact } from '#domain/money'
import type { FormNames } from '#domain/unit-names'

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
    textAlign: 'center',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  // A level that stands over many rows may be cut by the page; a single line never.
  '& td:not([rowspan]), & th': { breakInside: 'avoid' },
  '& .long': { textAlign: 'left', verticalAlign: 'top' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  // A long text goes on overleaf; its label is a cell as high as it is, and kept whole would keep the row whole.
  '& tr:has(> .overleaf) > td': { breakInside: 'auto' },
} as const

/** 绩效目标申报表 as the official form looks: 宋体, full grid, heads repeated, place for signatures and seal. */
export function GoalPaper({ goal, names }: { goal: Goal; names: FormNames }) {
  const isDepartment = goal.kind === 'department'
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '18pt', fontWeight: 700, textAlign: 'center' }}>
        {isDepartment ? '部门整体支出绩效目标申报表' : '项目支出绩效目标申报表'}
      </Box>
      <Box sx={{ textAlign: 'center', mb: '4pt' }}>（{goal.year} 年度）</Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: '2pt' }}>
        <span>填报单位（盖章）：{names.unit}</span>
        <span>金额单位：万元</span>
      </Box>
      {isDepartment ? (
        <DepartmentHead goal={goal} names={names} />
      ) : (
        <ProjectHead goal={goal} names={names} />
      )}
      <Indicators indicators={goal.indicators} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '14pt', breakInside: 'avoid' }}>
        <span>单位负责人：　　　　　　</span>
        <span>填报人：{goal.contact || '　　　　　'}</span>
        <span>联系电话：{goal.phone || '　　　　　　'}</span>
        <span>填报日期：　　年　　月　　日</span>
      </Box>
    </Box>
  )
}

function coded(name: string, code: string): string {
  return code ? `［${code}］${name}` : name
}

function ProjectHead({ goal, names }: { goal: Goal; names: FormNames }) {
  return (
    <table className="wide">
      <colgroup>
        <col width="16%" />
        <col width="34%" />
        <col width="16%" />
        <col width="34%" />
      </colgroup>
      <tbody>
        <tr>
          <td>项目名称</td>
          <td colSpan={3}>{coded(goal.name, goal.code)}</td>
        </tr>
        <tr>
          <td>主管部门及代码</td>
          <td>{coded(names.department, names.departmentCode)}</td>
          <td>实施单位</td>
          <td>{coded(names.unit, names.unitCode)}</td>
        </tr>
        <tr>
          <td>责任主体</td>
          <td>{goal.responsible}</td>
          <td>项目类别</td>
          <td>{goal.category && projectCategories[goal.category]}</td>
        </tr>
        <tr>
          <td>项目属性</td>
          <td>
            {[goal.attribute && attributes[goal.attribute], goal.duration && durations[goal.duration]]
              .filter(Boolean)
              .join('、')}
          </td>
          <td>项目期限</td>
          <td>{goal.startsOn || goal.endsOn ? `${goal.startsOn} 至 ${goal.endsOn}` : ''}</td>
        </tr>
        <Funding goal={goal} />
        <Long label="立项依据" text={goal.basis} />
        <Long label="项目概况" text={goal.overview} />
        <Long label="长期目标" text={goal.longTermGoal} />
        <Long label="年度目标" text={numbered(goal.annualGoals)} />
      </tbody>
    </table>
  )
}

function Long({ label, text, over = 3 }: { label: string; text: string; over?: number }) {
  return (
    <tr>
      <td>{label}</td>
      <td colSpan={over} className={longClass(text)}>
        {text || '\n'}
      </td>
    </tr>
  )
}

/** About a quarter of a page; kept whole, more would leave too much of the page before it blank. */
const mostKept = 500

function longClass(text: string): string {
  return text.length > mostKept ? 'long overleaf' : 'long'
}

function numbered(goals: readonly string[]): string {
  if (goals.length < 2) return goals[0] ?? ''
  return goals.map((text, index) => `目标${index + 1}：${text}`).join('\n')
}

function Funding({ goal }: { goal: Goal }) {
  const parts = goal.funding.filter((part) => part.amount !== null)
  return (
    <>
      <tr>
        <td rowSpan={parts.length + 1}>{'项目资金\n（万元）'}</td>
        <td colSpan={2} className="long">
          资金总额
        </td>
        <td className="figure">{formatWanExact(goal.total)}</td>
      </tr>
      {parts.map((part, index) => (
        <tr key={part.source}>
          <td colSpan={2} className="long">
            {index === 0 ? '其中：' : '　　　'}
            {fundingSources[part.source]}
          </td>
          <td className="figure">{formatWanExact(part.amount)}</td>
        </tr>
      ))}
    </>
  )
}

function DepartmentHead({ goal, names }: { goal: Goal; names: FormNames }) {
  const sum = (key: 'total' | 'fiscal' | 'other') =>
    formatWanExact(addUp(goal.tasks.map((task) => task[key])))
  return (
    <table className="wide">
      <colgroup>
        <col width="14%" />
        <col width="20%" />
        <col width="33%" />
        <col width="11%" />
        <col width="11%" />
        <col width="11%" />
      </colgroup>
      <tbody>
        <tr>
          <td>部门名称</td>
          <td colSpan={5}>{coded(names.unit || goal.name, names.unitCode)}</td>
        </tr>
        <tr>
          <td rowSpan={goal.tasks.length + 3}>年度主要任务</td>
          <td rowSpan={2}>任务名称</td>
          <td rowSpan={2}>主要内容</td>
          <td colSpan={3}>预算金额（万元）</td>
        </tr>
        <tr>
          <td>总额</td>
          <td>财政拨款</td>
          <td>其他资金</td>
        </tr>
        {goal.tasks.map((task) => (
          <tr key={task.id}>
            <td>{task.name}</td>
            <td className={longClass(task.content)}>{task.content}</td>
            <td className="figure">{formatWanExact(task.total)}</td>
            <td className="figure">{formatWanExact(task.fiscal)}</td>
            <td className="figure">{formatWanExact(task.other)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>金额合计</td>
          <td className="figure">{sum('total')}</td>
          <td className="figure">{sum('fiscal')}</td>
          <td className="figure">{sum('other')}</td>
        </tr>
        <Long label="年度总体目标" text={numbered(goal.annualGoals)} over={5} />
      </tbody>
    </table>
  )
}

type Span = { indicator: Indicator; level1: number; level2: number }

/** How many rows each level stands over; 0 where the row above covers it. */
function spansOf(indicators: readonly Indicator[]): Span[] {
  return indicators.map((indicator, index) => {
    const above = indicators[index - 1]
    const sameOne = (other: Indicator | undefined) => other?.level1 === indicator.level1
    const sameTwo = (other: Indicator | undefined) => sameOne(other) && other?.level2 === indicator.level2
    const run = (same: (other: Indicator | undefined) => boolean) => {
      let count = 1
      while (same(indicators[index + count]) && index + count < indicators.length) count++
      return count
    }
    return {
      indicator,
      level1: sameOne(above) ? 0 : run(sameOne),
      level2: sameTwo(above) ? 0 : run(sameTwo),
    }
  })
}

function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  const weights = indicators.map((indicator) => indicator.weight)
  return (
    <Box component="table" sx={{ mt: '-0.75pt' }}>
      <colgroup>
        <col width="16%" />
        <col width="18%" />
        <col width="34%" />
        <col width="22%" />
        <col width="10%" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">一级指标</th>
          <th scope="col">二级指标</th>
          <th scope="col">三级指标</th>
          <th scope="col">指标值</th>
          <th scope="col">权重</th>
        </tr>
      </thead>
      <tbody>
        {spansOf(indicators).map(({ indicator, level1, level2 }) => (
          <tr key={indicator.id}>
            {level1 > 0 && <td rowSpan={level1}>{indicator.level1}</td>}
            {level2 > 0 && <td rowSpan={level2}>{indicator.level2}</td>}
            <td className="long">{indicator.name}</td>
            <td>{targetText(indicator)}</td>
            <td>{formatWeight(indicator.weight)}</td>
          </tr>
        ))}
        {indicators.length === 0 && (
          <tr>
            {[1, 2, 3, 4, 5].map((column) => (
              <td key={column}>　</td>
            ))}
          </tr>
        )}
        {weights.some((weight) => weight !== null) && (
          <tr>
            <td colSpan={4}>合计</td>
            <td>{formatWeight(addUp(weights))}</td>
          </tr>
        )}
      </tbody>
    </Box>
  )
}
