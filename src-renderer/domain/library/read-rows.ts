import { type ObjectKind, type Operator, objectKinds, operators } from '../goals/goal.ts'
import { type LibraryIndicator, libraryOrigin, type Sector, type Standard } from './indicator.ts'

type Level = { level1: string; level2: string; standard: Standard; method: string; source: string }

/** What an entry takes from its second level unless its row says otherwise. */
const levels: Readonly<Record<string, Level>> = {
  成本: level('成本指标', '经济成本指标', '预算支出标准', '直接证明法', '财务支出记录'),
  社本: level('成本指标', '社会成本指标', '计划标准', '情况统计法', '业务记录'),
  态本: level('成本指标', '生态环境成本指标', '行业标准', '情况统计法', '监测记录'),
  数量: level('产出指标', '数量指标', '计划标准', '直接证明法', '业务统计'),
  质量: level('产出指标', '质量指标', '行业标准', '直接证明法', '业务记录'),
  时效: level('产出指标', '时效指标', '计划标准', '直接证明法', '业务记录'),
  经济: level('效益指标', '经济效益指标', '历史标准', '情况统计法', '业务统计'),
  社会: level('效益指标', '社会效益指标', '历史标准', '情况统计法', '业务统计'),
  生态: level('效益指标', '生态效益指标', '行业标准', '情况统计法', '监测数据'),
  持续: level('效益指标', '可持续影响指标', '计划标准', '趋势判断法', '业务评判'),
  满意: level('满意度指标', '服务对象满意度指标', '计划标准', '问卷调查法', '问卷调查报告'),
}

function level(level1: string, level2: string, standard: Standard, method: string, source: string): Level {
  return { level1, level2, standard, method, source }
}

const usualKinds: readonly ObjectKind[] = ['project', 'policy']

function kindsNamed(text: string): ObjectKind[] {
  const wanted = text.split(' ')
  // Object.keys forgets that the keys are the kinds.
  return (Object.keys(objectKinds) as ObjectKind[]).filter((kind) => wanted.includes(objectKinds[kind]))
}

const rowShape = /^(\d\d)(\*?) (\S+) (\S+) (\S+) (\S+) (\S+)$/

function scoringFor(word: string, operator: Operator): string {
  if (word === '满意') return '达到目标值得满分；每低 1 个百分点扣权重的 5%，低于 60% 不得分'
  if (operator === '≤' || operator === '<') return '不超过目标值得满分；超过的按超出比例扣分，扣完为止'
  if (operator === '=') return '等于目标值得满分；有偏差的按偏差比例扣分，扣完为止'
  return '达到目标值得满分；未达到的按完成比例得分，低于 60% 不得分'
}

function readRow(
  line: string,
  sector: Sector,
  sourceBy: string,
  kinds: readonly ObjectKind[],
): LibraryIndicator {
  const [head = '', explanation = '', evidence = ''] = line.split(' | ')
  const [, number = '', star, word = '', name = '', sign, value = '', unit = ''] = rowShape.exec(head) ?? []
  const place = levels[word]
  const operator = operators.find((each) => each === sign)
  if (!place || operator === undefined) throw new Error(`library row: ${line}`)
  return {
    id: `${sector.id}-${number}`,
    sector: sector.id,
    level1: place.level1,
    level2: place.level2,
    name,
    operator,
    value: value === '_' ? '' : value,
    unit: unit === '_' ? '' : unit,
    explanation,
    standard: place.standard,
    references: value === '_' ? [] : [{ id: '1', standard: place.standard, value, year: '', note: '' }],
    source: word === '满意' ? place.source : `${sourceBy}${place.source}`,
    method: place.method,
    evidence,
    scoring: scoringFor(word, operator),
    kinds,
    words: sector.words,
    mark: '拟',
    origin: libraryOrigin,
    inSet: star === '*',
  }
}

/**
 * Reads a table of the library. A sector begins with `# id | name | who keeps the data | words | words of units | kinds of
 * object` (项目 and 政策 where none are told); each further line is `number* level name sign value unit | explanation | evidence`. `*` puts the row into the whole set of
 * the sector, `_` leaves a value open. A line of another shape is a fault of the table and throws.
 */
export function readRows(text: string): { sectors: Sector[]; entries: LibraryIndicator[] } {
  const sectors: Sector[] = []
  const entries: LibraryIndicator[] = []
  let sourceBy = ''
  let kinds: readonly ObjectKind[] = usualKinds
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    if (line.startsWith('# ')) {
      const [id = '', name = '', by = '', words = '', unitWords = '', told = ''] = line.slice(2).split(' | ')
      sourceBy = by
      kinds = told === '' ? usualKinds : kindsNamed(told)
      sectors.push({ id, name, words: words.split(' '), unitWords: unitWords.split(' ').filter(Boolean) })
      continue
    }
    const sector = sectors.at(-1)
    if (!sector) throw new Error(`library row before any sector: ${line}`)
    entries.push(readRow(line, sector, sourceBy, kinds))
  }
  return { sectors, entries }
}
