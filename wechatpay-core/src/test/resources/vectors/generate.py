"""Writes the vectors of this directory: python3 generate.py (needs the package cryptography).

Right answers come from Python's cryptography (OpenSSL); wrong ones are made by hand, from the
encoded message up, and brought into form with the bare RSA operation. Lines are
result,comment,then fields in hexadecimal. "acceptable" marks what RFC 8017 leaves to the verifier.
"""
import hashlib
import os
import random

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = random.Random(4)
with open(os.path.join(HERE, "../keys/merchant-pkcs8.pem"), "rb") as pem:
    KEY = serialization.load_pem_private_key(pem.read(), None)
N, E, D = KEY.public_key().public_numbers().n, KEY.public_key().public_numbers().e, KEY.private_numbers().d
K = 256


def raw(power, block):
    return pow(int.from_bytes(block, "big"), power, N).to_bytes(K, "big")


def write(name, header, lines):
    with open(os.path.join(HERE, name), "w") as file:
        file.write("# " + header + "\n")
        for result, comment, *fields in lines:
            file.write(",".join([result, comment] + [f.hex() for f in fields]) + "\n")


# --- signatures -------------------------------------------------------------------------------

OIDS = {"md5": "2a864886f70d0205", "sha1": "2b0e03021a", "sha224": "608648016503040204", "sha256": "608648016503040201",
        "sha384": "608648016503040202", "sha512": "608648016503040203"}


def der(tag, content):
    return bytes([tag, len(content)]) + content


def info(digest, message, null=b"\x05\x00", sequence=0x30, octets=0x04):
    algorithm = der(0x30, der(0x06, bytes.fromhex(OIDS[digest])) + null)
    return der(sequence, algorithm + der(octets, hashlib.new(digest, message).digest()))


def block(content, start=b"\x00\x01", fill=0xff, separator=b"\x00", tail=b""):
    return start + bytes([fill]) * (K - len(start) - len(separator) - len(content) - len(tail)) + separator + content + tail


def signatures():
    message = "POST\n/v3/pay/transactions/jsapi\n1554208460\n593BEC0C930BF1AF\n{\"description\":\"咖啡\"}\n".encode()
    good = info("sha256", message)
    digest = hashlib.sha256(message).digest()

    def signed(text):
        return KEY.sign(text, padding.PKCS1v15(), hashes.SHA256())

    valid = signed(message)
    yield "valid", "text", message, valid
    yield "valid", "empty message", b"", signed(b"")
    yield "valid", "long message", b"x" * 5000, signed(b"x" * 5000)
    counter = 0
    while signed(b"%d" % counter)[0] != 0:
        counter += 1
    zero = b"%d" % counter
    yield "valid", "signature with a leading zero", zero, signed(zero)
    yield "invalid", "leading zero left out", zero, signed(zero)[1:]

    def invalid(comment, encoded):
        assert len(encoded) == K, comment
        return "invalid", comment, message, raw(D, encoded)

    for name in OIDS:
        if name != "sha256":
            yield invalid("digest " + name, block(info(name, message)))
    yield invalid("sha1 named as sha256", block(der(0x30, der(0x30, der(6, bytes.fromhex(OIDS["sha256"])) + b"\x05\x00")
                                                    + der(4, hashlib.sha1(message).digest()))))
    yield invalid("sha256 named as sha512", block(der(0x30, der(0x30, der(6, bytes.fromhex(OIDS["sha512"])) + b"\x05\x00")
                                                      + der(4, digest))))
    yield invalid("digest of another message", block(info("sha256", message + b"x")))
    yield ("acceptable", "parameters left out", message, raw(D, block(info("sha256", message, null=b""))))
    yield invalid("digest without DigestInfo", block(digest))
    yield invalid("garbage in the parameters", block(info("sha256", message, null=b"\x04\x20" + b"\x41" * 32)))
    yield invalid("garbage after NULL", block(info("sha256", message, null=b"\x05\x00\x05\x00")))
    yield invalid("NULL with content", block(info("sha256", message, null=b"\x05\x01\x00")))
    yield invalid("SET for SEQUENCE", block(info("sha256", message, sequence=0x31)))
    yield invalid("BIT STRING for OCTET STRING", block(info("sha256", message, octets=0x03)))
    yield invalid("constructed OCTET STRING", block(info("sha256", message, octets=0x24)))
    yield invalid("long form of a short length", block(b"\x30\x81" + good[1:]))
    yield invalid("long form of the digest's length", block(
        b"\x30\x32" + good[2:17] + b"\x04\x81\x20" + digest))
    yield invalid("indefinite length", block(b"\x30\x80" + good[2:] + b"\x00\x00"))
    yield invalid("length one too long", block(b"\x30\x32" + good[2:]))
    yield invalid("digest one byte short", block(good[:1] + b"\x30" + good[2:18] + b"\x1f" + digest[:31]))
    yield invalid("digest one byte long", block(good[:1] + b"\x32" + good[2:18] + b"\x21" + digest + b"\x00"))
    yield invalid("object identifier changed", block(good.replace(b"\x04\x02\x01", b"\x04\x02\x09")))
    yield invalid("content after DigestInfo", block(good, tail=b"\x00"))
    yield invalid("short padding and garbage behind", b"\x00\x01" + b"\xff" * 8 + b"\x00" + good + b"\x42" * (K - 11 - len(good)))
    yield invalid("no padding and garbage behind", b"\x00\x01\x00" + good + b"\x42" * (K - 3 - len(good)))
    yield invalid("seven bytes of padding", b"\x00" * (K - 10 - len(good)) + b"\x00\x01" + b"\xff" * 7 + b"\x00" + good)
    yield invalid("block type 0", block(good, start=b"\x00\x00", fill=0))
    yield invalid("block type 2", block(good, start=b"\x00\x02"))
    yield invalid("first byte not zero", block(good, start=b"\x01\x01"))
    for place in (2, 100, K - len(good) - 2):
        encoded = bytearray(block(good))
        encoded[place] = 0xfe
        yield invalid("padding byte %d changed" % place, bytes(encoded))
    encoded = bytearray(block(good))
    encoded[50] = 0
    yield invalid("zero inside the padding", bytes(encoded))
    yield invalid("no separator", block(good, separator=b""))
    yield invalid("separator 1", block(good, separator=b"\x01"))
    for name, value in (("0", 0), ("1", 1), ("2", 2), ("n-1", N - 1), ("n", N), ("n+1", N + 1)):
        yield "invalid", "signature " + name, message, value.to_bytes(K, "big")
    s = int.from_bytes(valid, "big")
    yield "invalid", "signature plus n", message, (s + N).to_bytes(K + (s + N >= 1 << 8 * K), "big")
    yield "invalid", "n minus signature", message, (N - s).to_bytes(K, "big")
    yield "invalid", "all bits set", message, b"\xff" * K
    yield "invalid", "empty signature", message, b""
    yield "invalid", "last byte left out", message, valid[:-1]
    yield "invalid", "half", message, valid[:128]
    yield "invalid", "zero before", message, b"\x00" + valid
    yield "invalid", "zero behind", message, valid + b"\x00"
    yield "invalid", "twice", message, valid + valid
    yield "invalid", "the encoded message itself", message, block(good)
    for place in (0, 127, 255):
        changed = bytearray(valid)
        changed[place] ^= 0x80
        yield "invalid", "signature byte %d changed" % place, message, bytes(changed)
    yield "invalid", "message cut", message[:-1], valid
    yield "invalid", "message longer", message + b"\x00", valid
    yield "invalid", "PSS", message, raw(D, pss(message))


def mgf1(seed, length, digest="sha1"):
    out = b""
    while len(out) < length:
        out += hashlib.new(digest, seed + (len(out) // hashlib.new(digest).digest_size).to_bytes(4, "big")).digest()
    return out[:length]


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


def pss(message):
    salt = RANDOM.randbytes(32)
    h = hashlib.sha256(b"\x00" * 8 + hashlib.sha256(message).digest() + salt).digest()
    masked = xor(b"\x00" * (K - 32 - 32 - 2) + b"\x01" + salt, mgf1(h, K - 33, "sha256"))
    return bytes([masked[0] & 0x7f]) + masked[1:] + h + b"\xbc"


# --- OAEP -------------------------------------------------------------------------------------

def oaep(text, first=0, label=b"", fill=0, separator=b"\x01", digest="sha1", mask="sha1"):
    size = hashlib.new(digest).digest_size
    seed = RANDOM.randbytes(size)
    room = K - 2 * size - 1 - len(separator) - len(text)
    data = hashlib.new(digest, label).digest() + bytes([fill]) * room + separator + text
    masked = xor(data, mgf1(seed, len(data), mask))
    return raw(E, bytes([first]) + xor(seed, mgf1(masked, size, mask)) + masked)


def fields():
    text = "张三 13800138000".encode()
    for comment, plain in (("text", text), ("empty", b""), ("214 bytes", b"x" * 214), ("zeros", b"\x00" * 20)):
        yield "valid", comment, plain, oaep(plain)
    cipher = oaep(text)
    while cipher[0] != 0:
        cipher = oaep(text)
    yield "valid", "ciphertext with a leading zero", text, cipher
    # Some accept this one: the number is the same
    yield "acceptable", "leading zero left out", text, cipher[1:]

    def invalid(comment, encrypted):
        return "invalid", comment, b"", encrypted

    yield invalid("first byte 1", oaep(text, first=1))
    yield invalid("label", oaep(text, label=b"x"))
    yield invalid("no separator", oaep(b"\x00" * 214, separator=b"\x00"))
    yield invalid("separator 2", oaep(text, separator=b"\x02"))
    yield invalid("padding not zero", oaep(text, fill=2))
    yield invalid("SHA-256", oaep(text, digest="sha256", mask="sha256"))
    yield invalid("SHA-256 in the mask only", oaep(text, mask="sha256"))
    yield invalid("SHA-256 in the label only", oaep(text, digest="sha256"))
    yield invalid("PKCS 1 v1.5", raw(E, block(text, start=b"\x00\x02", fill=0x55)))
    yield invalid("no padding at all", raw(E, b"\x00" * (K - len(text)) + text))
    cipher = oaep(text)
    for name, value in (("0", 0), ("1", 1), ("n-1", N - 1), ("n", N), ("n+1", N + 1)):
        yield invalid("ciphertext " + name, value.to_bytes(K, "big"))
    yield invalid("empty ciphertext", b"")
    yield invalid("cut", cipher[:-1])
    yield invalid("zero behind", cipher + b"\x00")
    yield invalid("twice", cipher + cipher)
    for place in (1, 128, 255):
        changed = bytearray(cipher)
        changed[place] ^= 1
        yield invalid("byte %d changed" % place, bytes(changed))


# --- AES-GCM ----------------------------------------------------------------------------------

def seals():
    cipher = AESGCM(b"0123456789abcdef0123456789ABCDEF")
    nonce, data = b"fdasflkja484", b"transaction"
    for length in (0, 1, 15, 16, 17, 31, 32, 700, 5000):
        plain = RANDOM.randbytes(length)
        for associated in (b"", data, b"y" * 100):
            yield ("valid", "%d bytes and %d associated" % (length, len(associated)), nonce, associated, plain,
                   cipher.encrypt(nonce, plain, associated))
    plain = b"{\"out_trade_no\":\"1217752501201407033233368018\"}"
    sealed = cipher.encrypt(nonce, plain, data)

    def invalid(comment, text, with_nonce=nonce, with_data=data):
        return "invalid", comment, with_nonce, with_data, b"", text

    for bit in (0, 1, 7, 8, 31, 32, 63, 64, 65, 95, 96, 112, 126, 127):
        changed = bytearray(sealed)
        changed[len(sealed) - 16 + bit // 8] ^= 0x80 >> bit % 8
        yield invalid("tag bit %d changed" % bit, bytes(changed))
    body, tag = sealed[:-16], sealed[-16:]
    for length in (0, 4, 8, 12, 13, 14, 15):
        yield invalid("tag of %d bytes" % length, body + tag[:length])
    yield invalid("tag of 17 bytes", sealed + b"\x00")
    yield invalid("tag of zeros", body + b"\x00" * 16)
    yield invalid("tag of ones", body + b"\xff" * 16)
    yield invalid("tag complemented", body + bytes(b ^ 0xff for b in tag))
    yield invalid("tag before", tag + body)
    yield invalid("only the tag", tag)
    yield invalid("empty", b"")
    yield invalid("first byte changed", bytes([sealed[0] ^ 1]) + sealed[1:])
    yield invalid("cut in the middle", sealed[:10] + sealed[11:])
    yield invalid("associated data left out", sealed, with_data=b"")
    yield invalid("associated data longer", sealed, with_data=data + b"\x00")
    yield invalid("associated data moved into the text", sealed, with_data=data[:-1])
    yield invalid("another nonce", sealed, with_nonce=b"fdasflkja485")
    # Right under nonces that the protocol does not have
    for length in (8, 11, 13, 16, 32):
        odd = RANDOM.randbytes(length)
        yield invalid("nonce of %d bytes" % length, cipher.encrypt(odd, plain, data), with_nonce=odd)
    yield invalid("no nonce", sealed, with_nonce=b"")


write("rsa-signatures.csv", "result,comment,message,signature; key: keys/merchant-pkcs8.pem", signatures())
write("rsa-oaep.csv", "result,comment,plain,ciphertext; key: keys/merchant-pkcs8.pem", fields())
write("aes-gcm.csv", "result,comment,nonce,associated data,plain,ciphertext; key: 0123456789abcdef0123456789ABCDEF", seals())
