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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.KeyMaterialException;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;

/**
 * Reads keys and certificates from properties that hold a location or a PEM text. What
 * goes wrong is told with the property's name.
 */
final class MaterialReader {

	/** What cannot be a location is not shown: it may be a secret in the wrong place. */
	private static final Pattern LOCATION = Pattern.compile("(file|classpath\\*?|https?|jar|nested):[!-~&&[^@?]]{1,260}"
			+ "|[!-~&&[^:@]]{1,260}\\.(pem|p12|pfx|key|crt|cer|der|txt)", Pattern.CASE_INSENSITIVE);

	private static final String OTHER_KEYS = " A key may also come from an SSL bundle (ssl-bundle) or stay in a KMS behind"
			+ " a bean of the type Signer.";

	private final ResourceLoader resources;

	MaterialReader(ResourceLoader resources) {
		this.resources = resources;
	}

	MerchantKey merchantKey(String property, @Nullable String value, String password) {
		byte[] content = content(property, value, "apiclient_key.pem");
		return explaining(property, () -> MerchantKey.of(content, password));
	}

	MerchantKey pair(String property, String value, MerchantKey key) {
		byte[] content = content(property, value, "apiclient_cert.pem");
		return explaining(property, () -> key.withCertificateOf(Pem.text(content)));
	}

	PublicKey platformKey(String property, @Nullable String value, @Nullable MerchantKey merchantKey) {
		String pem = Pem.text(content(property, value, "pub_key.pem"));
		refuseCertificate(Pem.findCertificate(pem), merchantKey);
		PublicKey key = Pem.publicKey(pem);
		if (merchantKey != null && merchantKey.isKeyOf(key)) {
			throw new KeyMaterialException("The content is the merchant's own public key.", remedy());
		}
		return key;
	}

	private static void refuseCertificate(Optional<X509Certificate> certificate, @Nullable MerchantKey merchantKey) {
		certificate.ifPresent((found) -> {
			throw new KeyMaterialException((merchantKey != null && merchantKey.isKeyOf(found))
					? "The content is the merchant's own API certificate instead of the WeChat Pay public key."
					: "The content is a certificate instead of the WeChat Pay public key.", remedy());
		});
	}

	private static String remedy() {
		return "Download pub_key.pem from the merchant platform under Account Center > API Security > WeChat Pay public"
				+ " key. A merchant that still has platform certificates leaves public-key and public-key-id out: they"
				+ " are downloaded.";
	}

	/** Adds the property to what core says about key material. */
	<V> V explaining(String property, Supplier<V> reading) {
		try {
			return reading.get();
		}
		catch (KeyMaterialException ex) {
			throw new InvalidWechatPayPropertyException(property, ex.problem(), ex.remedy());
		}
	}

	private byte[] content(String property, @Nullable String value, String file) {
		if (value == null || value.isBlank()) {
			throw new InvalidWechatPayPropertyException(property, "It is not set.",
					"Set the location of " + file + ", such as file:/etc/wechatpay/" + file
							+ ", or the PEM text itself." + (file.equals("apiclient_key.pem") ? OTHER_KEYS : ""));
		}
		if (Pem.isMaterial(value)) {
			return value.getBytes(StandardCharsets.UTF_8);
		}
		String location = Identifier.strip(value);
		byte[] content = read(property, location, file);
		if (content.length == 0) {
			throw new InvalidWechatPayPropertyException(property, "The file is empty." + shown(location),
					"Copy " + file + " again.");
		}
		return content;
	}

	private byte[] read(String property, String location, String file) {
		try {
			return this.resources.getResource(location).getContentAsByteArray();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException(property,
					"No file can be read at the given location." + shown(location),
					"Check the location and the permissions of " + file
							+ "; a location is written like file:/etc/wechatpay/" + file + " or classpath:" + file
							+ ", and instead of a location PEM text or its Base64 will do.");
		}
	}

	private static String shown(String location) {
		return LOCATION.matcher(location).matches() ? " It is '" + location + "'." : "";
	}

}
