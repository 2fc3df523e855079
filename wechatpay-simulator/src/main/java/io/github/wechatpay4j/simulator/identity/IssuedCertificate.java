package io.github.wechatpay4j.simulator.identity;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;

import io.github.wechatpay4j.crypto.MerchantKey;

/**
 * A platform certificate with its key.
 *
 * @param serial its serial number
 * @param pem the certificate
 * @param notBefore when it begins
 * @param notAfter when it ends
 * @param secret its key
 */
public record IssuedCertificate(String serial, String pem, Instant notBefore, Instant notAfter, PlatformSecret secret) {

	static IssuedCertificate issue(KeyPair keys, BigInteger serialNumber, Instant now) {
		X509Certificate certificate = KeyMaterial.certificate(keys, serialNumber, now);
		String serial = MerchantKey.serialNumber(certificate);
		return new IssuedCertificate(serial, KeyMaterial.pem(certificate), certificate.getNotBefore().toInstant(),
				certificate.getNotAfter().toInstant(), PlatformSecret.of(serial, keys));
	}

	@Override
	public String toString() {
		return "IssuedCertificate[" + this.serial + "]";
	}

}
