import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { groupedCode } from '#domain/people/recovery-code'
import { colours } from '#ui/theme'
import { Cover } from './Cover.tsx'
import { EntryFrame } from './EntryFrame.tsx'

const onScreenOnly = { '@media print': { display: 'none' } }

/** 恢复码, shown once: to be printed or copied by hand before one goes on. */
export function CodeCover({ code, onKept }: { code: string; onKept: () => void }) {
  return (
    <Cover label="恢复码">
      <EntryFrame
        title="请收好恢复码"
        text="系统管理员忘记密码时，凭它重设密码。只显示这一次，本机不留原文。"
        onSubmit={onKept}
      >
        <Box
          component="output"
          aria-label="恢复码"
          sx={{
            ...{ py: 3, textAlign: 'center', fontSize: 18, fontWeight: 600 },
            ...{ fontFamily: 'ui-monospace, Consolas, monospace', whiteSpace: 'nowrap', userSelect: 'all' },
            ...{ border: `1px solid ${colours.control}`, borderRadius: '4px' },
          }}
        >
          {groupedCode(code)}
        </Box>
        <Typography variant="body2">
          请打印或抄写下来，装入信封由专人保管，不要存在本机或手机里。用过一次即作废；丢失的，在“设置 ›
          账户”中更换。
        </Typography>
        <Typography variant="body2" sx={{ display: 'none', '@media print': { display: 'block' } }}>
          用法：登录页 › 忘记密码 › 填写恢复码和新密码。
        </Typography>
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end', ...onScreenOnly }}>
          <Button variant="outlined" onClick={() => window.print()}>
            打印
          </Button>
          <Button type="submit" variant="contained">
            已收好，继续
          </Button>
        </Box>
      </EntryFrame>
    </Cover>
  )
}

/** Where no code was ever made, its administrator is asked to make one. */
export function CodeOffer({ onMake, onLater }: { onMake: () => void; onLater: () => void }) {
  return (
    <Cover label="制作恢复码">
      <EntryFrame
        title="还没有恢复码"
        text="系统管理员忘记密码时，凭恢复码重设密码。没有恢复码又没有别的系统管理员，就无法再管理账户，加密的内容也打不开。"
        onSubmit={onMake}
      >
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={onLater}>过几天再说</Button>
          <Button type="submit" variant="contained">
            制作恢复码
          </Button>
        </Box>
      </EntryFrame>
    </Cover>
  )
}
