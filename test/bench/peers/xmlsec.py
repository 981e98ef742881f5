"""xmlsec1 over a signed workbook: every signature with every part of its manifest; then the same signatures made anew.

usage: xmlsec.py WORKBOOK AUTHORITY.pem PRIVATE_KEY.pem SCRATCH
The key is one of the right kind, nobody's own: what a signature costs does not depend on whose it is.
Prints {"figures": {"ms", "signMs"}, "answer": {"signatures", "valid"}}.
"""
import json
import os
import re
import subprocess
import sys
import time
import zipfile

workbook, authority, key, scratch = sys.argv[1:]
ids = ["--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:Object"]
ids += ["--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties"]


def maps(folder, xml):
    found = sorted(set(re.findall(r'URI="(/[^"]+)"', xml)))
    return found, [word for uri in found for word in ("--url-map:" + uri.replace("&amp;", "&"), folder + uri.split("?")[0])]


def run(*words):
    ended = subprocess.run(["xmlsec1", *words], capture_output=True, text=True)
    return ended.returncode, ended.stdout + ended.stderr


began = time.perf_counter()
zipfile.ZipFile(workbook).extractall(scratch)
folder = os.path.join(scratch, "_xmlsignatures")
names = sorted(name for name in os.listdir(folder) if name.endswith(".xml"))
valid = 0
for name in names:
    path = os.path.join(folder, name)
    found, mapped = maps(scratch, open(path, encoding="utf-8").read())
    code, said = run("--verify", *ids, "--trusted-pem", authority, *mapped, path)
    counted = re.search(r"Manifests References \(ok/all\): (\d+)/(\d+)", said)
    valid += code == 0 and counted is not None and counted.groups() == (str(len(found)), str(len(found)))
verified = time.perf_counter()

for name in names:
    path = os.path.join(folder, name)
    xml = open(path, encoding="utf-8").read()
    blank = os.path.join(scratch, "blank.xml")
    bare = re.sub(r"<SignatureValue>[^<]*</SignatureValue>", "<SignatureValue></SignatureValue>", xml)
    bare = re.sub(r"<DigestValue>[^<]*</DigestValue>(?=</Reference>)", "<DigestValue></DigestValue>", bare)
    with open(blank, "w", encoding="utf-8") as out:
        out.write(re.sub(r"<KeyInfo>.*?</KeyInfo>", "", bare, flags=re.S))
    code, said = run("--sign", *ids, "--privkey-pem", key, *maps(scratch, xml)[1], "--output", blank + ".out", blank)
    if code != 0:
        raise SystemExit(said)
signed = time.perf_counter()
figures = {"ms": (verified - began) * 1000, "signMs": (signed - verified) * 1000}
print(json.dumps({"figures": figures, "answer": {"signatures": len(names), "valid": valid}}))
