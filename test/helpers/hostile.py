"""Writes hostile and messy packets with Python's own zipfile: hostile.py FOLDER. Another writer than anything of the product."""
import os
import struct
import sys
import zipfile
import zlib

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)


def place(name):
    return os.path.join(folder, name)


def pack(name, entries, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(place(name), 'w', compression) as archive:
        for entry, body in entries:
            archive.writestr(entry, body)


class Gbk(zipfile.ZipInfo):
    """A name in GBK without the UTF-8 flag, as old Chinese Windows writes it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode('gbk'), self.flag_bits & ~0x800


class Unflagged(zipfile.ZipInfo):
    """A name in UTF-8 without the flag, as macOS writes it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode('utf-8'), self.flag_bits & ~0x800


def link():
    info = zipfile.ZipInfo('照片/链接')
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info


pack('gbk.zip', [(Gbk('申报材料/证书（扫描）.txt'), 'a'), (Gbk('申报材料/联通.txt'), 'b')])
pack('mixed.zip', [(Gbk('甲/说明.txt'), 'a'), (Unflagged('乙/说明书.txt'), 'b'), ('丙/说明.txt', 'c'), ('plain.txt', 'd')])
pack('up.zip', [('../../evil.txt', 'x')])
pack('absolute.zip', [('/tmp/evil.txt', 'x')])
pack('drive.zip', [('C:/evil.txt', 'x')])
pack('device.zip', [('照片/NUL.jpg', 'x')])
pack('link.zip', [(link(), '/etc/passwd')])
pack('case.zip', [('表.txt', 'a'), ('A.TXT', 'b'), ('a.txt', 'c')])
pack('many.zip', [(f'{at}.txt', '') for at in range(100_000)], zipfile.ZIP_STORED)
pack('bomb.zip', [('证明.pdf', b'\0' * (200 << 20))])
pack('nested.zip', [('内/材料.zip', open(place('gbk.zip'), 'rb').read()), ('外.txt', 'x')])
pack('deep.zip', [('更深.zip', open(place('nested.zip'), 'rb').read())])
pack('nested-bomb.zip', [('炸弹.zip', open(place('bomb.zip'), 'rb').read()), ('外.txt', 'x')])

types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
laugh = ''.join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
# far behind the head of the file, where a quick look would not find it
pack(
    'entities.docx',
    [
        ('[Content_Types].xml', types),
        (
            'word/document.xml',
            f'<?xml version="1.0"?><!--{"x" * 9000}--><!DOCTYPE w [{laugh}]><w:document {word}><w:body><w:p><w:r>'
            '<w:t>&l9;</w:t></w:r></w:p></w:body></w:document>',
        ),
    ],
)
pack(
    'macros.docx',
    [
        ('[Content_Types].xml', types),
        ('word/document.xml', f'<w:document {word}><w:body><w:p/></w:body></w:document>'),
        ('word/vbaProject.bin', 'x'),
    ],
)
sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
pack('bomb.xlsx', [('[Content_Types].xml', types), ('xl/worksheets/sheet1.xml', f'<worksheet {sheet}>' + ' ' * (300 << 20))])


def chunk(kind, body):
    return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))


with open(place('huge.png'), 'wb') as picture:
    head = struct.pack('>IIBBBBB', 30_000, 30_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(b'\0' * 90_001 * 300, 9)
    picture.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', rows) + chunk(b'IEND', b''))

objects = [
    b'<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>',
    b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
    b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
    b'<</S/JavaScript/JS(app.alert\\(1\\))>>',
]
with open(place('script.pdf'), 'wb') as paper:
    offsets = []
    paper.write(b'%PDF-1.7\n')
    for number, body in enumerate(objects, 1):
        offsets.append(paper.tell())
        paper.write(b'%d 0 obj\n%s\nendobj\n' % (number, body))
    start = paper.tell()
    paper.write(b'xref\n0 %d\n0000000000 65535 f \n' % (len(objects) + 1))
    for offset in offsets:
        paper.write(b'%010d 00000 n \n' % offset)
    paper.write(b'trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % (len(objects) + 1, start))
