import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { tellFirstPage } from '#ui/first-page'

/** The quiet page before the frame: login, first account, new password. */
export function EntryFrame(props: {
  title: string
  text: string
  onSubmit: () => void
  children: ReactNode
}) {
  useEffect(tellFirstPage, [])
  return (
    <Box
      component="main"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 400px)',
        justifyContent: 'center',
        alignContent: 'center',
        gap: 4,
        minHeight: '100vh',
        p: 6,
      }}
    >
      <Box>
        <Typography variant="h1" sx={{ fontSize: 22 }}>
          绩衡
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          市、区县财政局预算绩效管理 · 数据只存在本机，不联网。
        </Typography>
      </Box>
      <Paper
        variant="outlined"
        component="form"
        aria-label={props.title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
        sx={{ p: 4, display: 'grid', gap: 4 }}
      >
        <Box>
          <Typography variant="h2">{props.title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {props.text}
          </Typography>
        </Box>
        {props.children}
      </Paper>
    </Box>
  )
}
