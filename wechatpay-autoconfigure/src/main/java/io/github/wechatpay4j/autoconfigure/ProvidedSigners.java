/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.autoconfigure;

import java.util.Map;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.InvalidIdentifierException;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.merchant.Merchant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The application's own {@link Signer} and {@link FieldDecryptor} beans, for private keys
 * that stay in a KMS or HSM. A merchant's signer is the one with its serial number, or
 * the bean of its name; a single one is the default merchant's.
 */
final class ProvidedSigners {

	private static final Logger logger = LoggerFactory.getLogger(ProvidedSigners.class);

	private final Map<String, Signer> signers;

	private final Map<String, FieldDecryptor> decryptors;

	private ProvidedSigners(Map<String, Signer> signers, Map<String, FieldDecryptor> decryptors) {
		this.signers = signers;
		this.decryptors = decryptors;
	}

	static ProvidedSigners of(ListableBeanFactory beans) {
		return new ProvidedSigners(beans.getBeansOfType(Signer.class), beans.getBeansOfType(FieldDecryptor.class));
	}

	@Nullable Signer find(String merchant, @Nullable String serialNumber, int merchants) {
		Signer found = this.signers.values()
			.stream()
			.filter((signer) -> plain(signer).equals(serialNumber))
			.findFirst()
			.orElse(this.signers.get(merchant));
		boolean single = this.signers.size() == 1 && (merchants == 1 || Merchant.DEFAULT_NAME.equals(merchant));
		return (found == null && single) ? this.signers.values().iterator().next() : found;
	}

	/** One that cannot be a serial number is explained once it is used. */
	private static String plain(Signer signer) {
		try {
			return Identifier.SERIAL_NUMBER.read(signer.serialNumber());
		}
		catch (InvalidIdentifierException ex) {
			return signer.serialNumber();
		}
	}

	/**
	 * The signer itself if it can decrypt too, the bean of the merchant's name, or the
	 * only one.
	 */
	FieldDecryptor decryptor(String merchant, Signer signer) {
		FieldDecryptor found = (signer instanceof FieldDecryptor both) ? both
				: this.decryptors.get(merchant + "FieldDecryptor");
		if (found == null && this.decryptors.size() == 1) {
			found = this.decryptors.values().iterator().next();
		}
		if (found != null) {
			logger.info("Merchant '{}' signs with a Signer bean and decrypts with a FieldDecryptor bean", merchant);
			return found;
		}
		logger.info("Merchant '{}' signs with a Signer bean; answers that hold sensitive fields cannot be read,"
				+ " because there is no FieldDecryptor bean", merchant);
		return new MissingFieldDecryptor(merchant);
	}

}
