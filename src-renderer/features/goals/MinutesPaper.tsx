import Box from '@mui/material/Box'
import { decisionCounts, type Meeting } from '#domain/goals/meeting'
import { grades } from '#domain/grade'

const serif = '"FangSong", "仿宋", "Noto Serif CJK SC", "SimSun", serif'

/** 会审纪要 on paper: head, who was there, the decisions one by one, signatures. */
export function MinutesPaper({ meeting, office }: { meeting: Meeting; office: string }) {
  const { decisions } = meeting
  const counts = decisionCounts(decisions)
    .map(({ verb, count }) => `${verb} ${count} 个`)
    .join('，')
  return (
    <Box
      sx={{
        width: 794,
        minHeight: 1000,
        mx: 'auto',
        p: '56px 60px',
        bgcolor: '#FFFFFF',
        color: '#000000',
        border: 1,
        borderColor: 'divider',
        fontFamily: serif,
        fontSize: 15,
        lineHeight: '26px',
        '@media print': { border: 0, width: 'auto', minHeight: 0, p: 0 },
        '& table': { width: '100%', borderCollapse: 'collapse', fontSize: 13, lineHeight: '20px' },
        '& th, & td': { border: '1px solid #000000', p: '3px 6px', verticalAlign: 'top', textAlign: 'left' },
        '& tr': { breakInside: 'avoid' },
        '& thead': { display: 'table-header-group' },
      }}
    >
      <Box component="h2" sx={{ m: 0, mb: 4, fontSize: 22, lineHeight: '34px', textAlign: 'center' }}>
        {meeting.name}纪要
      </Box>
      <Box>时　　间：{dayText(meeting.heldOn)}</Box>
      <Box>地　　点：{meeting.place}</Box>
      <Box>主 持 人：{meeting.chair}</Box>
      <Box>参加人员：{meeting.attendees}</Box>
      <Box>记 录 人：{meeting.recorder}</Box>
      <Box sx={{ mt: 3, textIndent: '2em' }}>
        {office}对绩效目标的规范性组织集中会审（巴财〔2020〕38号 三（二）4），共审议 {decisions.length} 个
        {counts && `：${counts}`}。审议决定如下：
      </Box>
      <Box component="table" sx={{ mt: 2 }} aria-label="审议决定">
        <thead>
          <tr>
            <th style={{ width: 40 }}>序号</th>
            <th>项目（政策、部门）</th>
            <th style={{ width: 150 }}>单位</th>
            <th style={{ width: 76 }}>决定</th>
            <th style={{ width: 40 }}>等级</th>
            <th style={{ width: 190 }}>意见</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision, index) => (
            <tr key={decision.goalId}>
              <td style={{ textAlign: 'center' }}>{index + 1}</td>
              <td>{decision.name}</td>
              <td>{decision.unitName}</td>
              <td>
                {decision.verb}
                {decision.to === 'key' && '，转重点复审'}
              </td>
              <td style={{ textAlign: 'center' }}>{decision.grade === '' ? '—' : grades[decision.grade]}</td>
              <td>{decision.opinion}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ mt: 8, display: 'flex', justifyContent: 'space-between', breakInside: 'avoid' }}>
        <span>主持人（签字）：</span>
        <span>记录人（签字）：</span>
        <span style={{ marginRight: 90 }}>（盖章）</span>
      </Box>
    </Box>
  )
}

function dayText(day: string): string {
  const [year, month, date] = day.split('-')
  return year && month && date ? `${year}年${Number(month)}月${Number(date)}日` : day
}
