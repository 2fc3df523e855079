package io.github.wechatpay4j.simulator.identity;

import java.security.KeyPair;

import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.Signer;

/**
 * The platform's half of one of its keys.
 *
 * @param id the public key's id or the certificate's serial number
 * @param signer signs answers and notifications
 * @param decryptor opens sensitive fields of requests
 */
public record PlatformSecret(String id, Signer signer, FieldDecryptor decryptor) {

	static PlatformSecret of(String id, KeyPair keys) {
		CryptoSuite suite = CryptoSuite.rsa();
		return new PlatformSecret(id, suite.signer(id, keys.getPrivate()), suite.decryptor(keys.getPrivate()));
	}

	@Override
	public String toString() {
		return "PlatformSecret[" + this.id + "]";
	}

}
