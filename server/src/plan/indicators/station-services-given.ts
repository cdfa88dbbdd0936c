import { comingWith } from '../indicator.ts'

/** 红星驿站便民服务次数 (services given at the station). */
export const stationServicesGiven = comingWith({
  code: 'station-services-given',
  name: '红星驿站便民服务次数',
  unit: '次',
  programme: 'red-star-station',
  room: '红星驿站',
  query: '数起止日期内驿站登记的咨询、休息、寄存等服务，每次计1。',
})
