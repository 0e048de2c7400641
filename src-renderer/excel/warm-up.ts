import { type BookType, utils, write } from 'xlsx'
import { readSheets } from './read-workbook.ts'

/** A form as units send it: enough to go through all that reads one. */
function sample(): unknown[][] {
  const levels = ['产出指标', '产出指标', '效益指标', '满意度指标']
  const second = ['数量指标', '质量指标', '社会效益指标', '服务对象满意度指标']
  const indicators = Array.from({ length: 16 }, (_, index) => [
    levels[Math.floor(index / 4)],
    second[index % 4],
    `第${index + 1}项工作完成情况`,
    index % 2 === 0 ? `≥${index + 10}公里` : '100%',
    '',
  ])
  return [
    ['项目支出绩效目标申报表（2026年度）'],
    ['项目名称', '示例项目', '主管部门', '示例局', '实施单位', '示例站'],
    ['项目起止时间', '2026-01-01—2026-12-31', '联系人', '张三', '联系电话', '0827-1234567'],
    ['年度资金总额（万元）', 12.5, '其中：财政拨款', 12.5, '其他资金', 0],
    ['年度总体目标', '完成 10 公里道路养护，按期办结群众来信来访，保障沿线群众出行安全。'],
    ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
    ...indicators,
  ]
}

function sampleBytes(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(sample())
  sheet['!merges'] = [utils.decode_range('A1:F1'), utils.decode_range('A7:A10')]
  const bytes: ArrayBuffer = write(
    { SheetNames: ['示例'], Sheets: { 示例: sheet } },
    { type: 'array', bookType, compression: true },
  )
  return new Uint8Array(bytes)
}

/** After so many forms the engine has compiled what it will compile; measured in Chromium. */
const rounds = 400

/**
 * Reads a form of its own again and again, a turn of the event loop each, until the first real job comes: the reader
 * is compiled and twice as quick by the time a person has chosen files. Returns what ends it.
 */
export function startWarmUp(): () => void {
  const samples = [sampleBytes('xlsx'), sampleBytes('xlsx'), sampleBytes('xlsx'), sampleBytes('biff8')]
  let left = rounds
  function turn(): void {
    if (left === 0) return
    left--
    const bytes = samples[left % samples.length]
    if (bytes) readSheets(bytes, '示例')
    setTimeout(turn)
  }
  setTimeout(turn)
  return () => {
    left = 0
  }
}
