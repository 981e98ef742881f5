import { expect, test } from 'vitest'
import { matchRecommended } from './recommended.ts'

const packets = [
  { packet: 'a', unit: '测试重型机床厂', leader: '样例甲', occupation: '钳工' },
  { packet: 'b', unit: '样例化工有限责任公司', leader: '样例乙', occupation: '焊工' },
  { packet: 'c', unit: '样例化工有限责任公司', leader: '样例丙', occupation: '电工' },
  { packet: 'd', unit: '测试学院', leader: '样例丁', occupation: '茶艺师' },
]
const line = (rank: string, unit: string, leader: string, occupation: string) => ({ rank, unit, leader, occupation })

test('by unit, leader and occupation, however they are spaced or shortened', () => {
  const lines = [line('1', '样例化工', '样例 乙', '焊工'), line('2', '测试重型机床厂（市属）', '样例甲', '装配钳工')]
  expect(matchRecommended(lines, packets)).toEqual([
    { packet: 'b', differs: [] },
    { packet: 'a', differs: [] },
  ])
})

test('one of the three may differ, and is told; two may not', () => {
  const lines = [
    line('1', '测试学院', '样例丁', '评茶员'),
    line('2', '另一化工厂', '样例丙', '电工'),
    line('3', '测试重型机床厂', '样例戊', '车工'),
  ]
  expect(matchRecommended(lines, packets)).toEqual([
    { packet: 'd', differs: ['occupation'] },
    { packet: 'c', differs: ['unit'] },
    { packet: null, differs: [] },
  ])
})

test('no packet is given twice: the surer line has it', () => {
  const lines = [line('1', '样例化工', '样例己', '焊工'), line('2', '样例化工', '样例乙', '焊工')]
  expect(matchRecommended(lines, packets)).toEqual([
    { packet: null, differs: [] },
    { packet: 'b', differs: [] },
  ])
})

test('without occupations both unit and leader must agree', () => {
  const lines = [line('1', '样例化工', '样例乙', ''), line('2', '测试学院', '样例庚', '')]
  expect(matchRecommended(lines, packets)).toEqual([
    { packet: 'b', differs: [] },
    { packet: null, differs: [] },
  ])
})
