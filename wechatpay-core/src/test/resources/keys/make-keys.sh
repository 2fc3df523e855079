#!/bin/sh
# How the files in this directory were made (once, with OpenSSL 3.0). They are used by tests only.
set -e
cd "$(dirname "$0")"

# the merchant's key in every form that people configure by accident
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out merchant-pkcs8.pem
openssl rsa -in merchant-pkcs8.pem -traditional -out merchant-pkcs1.pem
openssl rsa -in merchant-pkcs8.pem -pubout -out merchant-public.pem
openssl rsa -in merchant-pkcs8.pem -RSAPublicKey_out -out merchant-public-pkcs1.pem
openssl pkcs8 -topk8 -in merchant-pkcs8.pem -v2 aes256 -passout pass:secret -out merchant-encrypted.pem
openssl rsa -in merchant-pkcs8.pem -traditional -aes256 -passout pass:secret -out merchant-encrypted-traditional.pem
openssl ecparam -name prime256v1 -genkey -out ec.pem
openssl pkcs8 -topk8 -nocrypt -in ec.pem -out ec-pkcs8.pem
openssl ec -in ec.pem -pubout -out ec-public.pem
openssl req -new -x509 -key ec.pem -set_serial 0x1B -days 3650 -subj /CN=ec -out ec-certificate.pem
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa1024.pem
openssl rsa -in rsa1024.pem -pubout -out rsa1024-public.pem

# certificates; -days counts from the day of making, so tests look at notAfter and set their own clock
certificate() { # name, serial, days
  openssl req -new -x509 -key "$1-key.tmp" -set_serial "0x$2" -days "$3" -subj "/CN=$1" -out "$1-certificate.pem"
}
cp merchant-pkcs8.pem merchant-key.tmp
certificate merchant 5157F09EFDC096DE15EBE81A47057A7232F1B8E1 3650
for n in 1 2; do
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "platform$n-pkcs8.pem"
  cp "platform$n-pkcs8.pem" "platform$n-key.tmp"
done
certificate platform1 0F0A2B3C4D5E6F708192A3B4C5D6E7F801234567 1000
certificate platform2 7F0A2B3C4D5E6F708192A3B4C5D6E7F80123456A 3000
rm ./*.tmp

# the merchant's PKCS#12 file, its password being the mchid
openssl pkcs12 -export -inkey merchant-pkcs8.pem -in merchant-certificate.pem -name "Tenpay Certificate" -passout pass:1900000001 -out merchant.p12
openssl pkcs12 -export -nokeys -in merchant-certificate.pem -passout pass:1900000001 -out certificate-only.p12

# SM2 keys, and certificates of a CA with SM3; the standard's default id has to be named
SM_ID=distid:1234567812345678
for n in ca merchant platform; do
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out "sm2-$n-pkcs8.pem"
done
openssl pkey -in sm2-platform-pkcs8.pem -pubout -out sm2-platform-public.pem
openssl ec -in sm2-merchant-pkcs8.pem -out sm2-merchant-sec1.pem
openssl req -new -x509 -key sm2-ca-pkcs8.pem -sm3 -sigopt $SM_ID -set_serial 0x5A01 -days 7300 -subj "/CN=sm2-ca" -out sm2-ca-certificate.pem
smcertificate() { # name, serial
  openssl req -new -key "sm2-$1-pkcs8.pem" -sm3 -sigopt $SM_ID -subj "/CN=sm2-$1" -out sm2.tmp
  openssl x509 -req -in sm2.tmp -vfyopt $SM_ID -CA sm2-ca-certificate.pem -CAkey sm2-ca-pkcs8.pem -sm3 -sigopt $SM_ID -set_serial "0x$2" -days 3650 -out "sm2-$1-certificate.pem"
  rm sm2.tmp
}
smcertificate merchant 157056765AB5A9EEE5D363D0329039A254D5EF49
smcertificate platform 6B0A2B3C4D5E6F708192A3B4C5D6E7F80123456B
