import ExcelJS from 'exceljs'
const w = new ExcelJS.Workbook(); await w.xlsx.readFile('/tmp/papers/small.xlsx')
const s = w.worksheets[1]!; let y=0
s.eachRow({includeEmpty:true},(r,n)=>{y+=r.height; console.log(n,r.height,y,String(r.getCell(1).value??'').slice(0,20))})
console.log(s.columns.map(c=>c.width), (s as any).rowBreaks)
