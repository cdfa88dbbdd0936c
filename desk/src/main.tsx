import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api.ts'
import { Dressed } from './kit/type-size.tsx'
import { router } from './routes.tsx'

dayjs.locale('zh-cn')

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Dressed>
        <RouterProvider router={router} />
      </Dressed>
    </QueryClientProvider>
  </StrictMode>,
)
