import { chineseDay } from '#domain/dates'
import { type PackageReminder, packageAddressees, packageReminderText } from '#domain/exchange/reminder'
import { body, plain, section, signature, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

/** 催报函 as a Word file: one paragraph and the list. */
export async function packageReminderLetter(data: PackageReminder): Promise<Uint8Array> {
  // Counties that report to the city have no department above them.
  const hasDepartments = data.lines.some(({ department }) => department !== '')
  const list = table(
    [
      { name: '序号', width: 10, align: 'center' },
      ...(hasDepartments ? [{ name: '主管部门', width: 34 }] : []),
      { name: '单位', width: 38 },
      { name: '情况', width: 18, align: 'center' },
    ],
    data.lines.map(({ department, name, state }, index) => [
      `${index + 1}`,
      ...(hasDepartments ? [department] : []),
      name,
      state,
    ]),
    textWidth.portrait,
  )
  return wordFile({
    sections: [
      section([
        title(`关于催报${data.year}年度${data.what}数据包的函`),
        plain(`${packageAddressees(data.lines)}：`),
        ...body(packageReminderText(data)),
        ...body('附件：未报送单位清单'),
        ...signature(data.office, chineseDay(data.writtenOn), 40),
        plain('附件', { face: 'heading' }, true),
        title('未报送单位清单'),
        list,
      ]),
    ],
  })
}
