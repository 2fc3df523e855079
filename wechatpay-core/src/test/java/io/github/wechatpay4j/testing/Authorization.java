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

package io.github.wechatpay4j.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The {@code Authorization} header of a request or an answer, looked at as the platform
 * does.
 *
 * @param mchid the merchant's number
 * @param nonce the nonce
 * @param signature the signature
 * @param timestamp the timestamp
 * @param serial the serial number of the merchant's certificate
 */
public record Authorization(String mchid, String nonce, String signature, String timestamp, String serial) {

	private static final Pattern FORM = Pattern
		.compile("WECHATPAY2-SHA256-RSA2048 mchid=\"([0-9]+)\",nonce_str=\"([0-9A-Za-z]{32})\","
				+ "signature=\"([A-Za-z0-9+/=]{344})\",timestamp=\"([0-9]{10})\",serial_no=\"([0-9A-F]{40})\"");

	public static Authorization parse(String header) {
		assertThat(header).matches(FORM);
		Matcher matcher = FORM.matcher(header);
		matcher.matches();
		return new Authorization(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4),
				matcher.group(5));
	}

	/** Insists that exactly this request was signed. */
	public Authorization signs(PublicKey key, String method, String url, byte[] body) throws GeneralSecurityException {
		assertThat(isSignatureOf(key, method + "\n" + url + "\n", body))
			.as("the signature is over %s %s and the bytes that were sent", method, url)
			.isTrue();
		return this;
	}

	/** Whether exactly this answer was signed. */
	public boolean isSignatureOfAnswer(PublicKey key, byte[] body) throws GeneralSecurityException {
		return isSignatureOf(key, "", body);
	}

	private boolean isSignatureOf(PublicKey key, String head, byte[] body) throws GeneralSecurityException {
		ByteArrayOutputStream message = new ByteArrayOutputStream();
		message.writeBytes((head + this.timestamp + "\n" + this.nonce + "\n").getBytes(StandardCharsets.UTF_8));
		message.writeBytes(body);
		message.write('\n');
		Signature verification = Signature.getInstance("SHA256withRSA");
		verification.initVerify(key);
		verification.update(message.toByteArray());
		return verification.verify(Base64.getDecoder().decode(this.signature));
	}

}
