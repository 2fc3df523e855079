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

package io.github.wechatpay4j.trust;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import io.github.wechatpay4j.crypto.CryptoSuite;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The platform keys that a merchant believes. Asked per message, by the key that the
 * message names: during a switch from certificates to the public key, both sign
 * interleaved for days. Implementations are safe for use by many threads.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013038589">Switching to the
 * public key</a>
 */
public interface Trust {

	/**
	 * The key that a message says it was signed with.
	 * @param id the message's {@code Wechatpay-Serial}
	 * @return the key; empty if it is not believed
	 */
	Mono<PlatformKey> find(String id);

	/**
	 * The key to name in requests and to encrypt sensitive fields with.
	 * @return the key; an error if there is none just now
	 */
	Mono<PlatformKey> current();

	/**
	 * What is believed at this moment, to be shown. Downloads nothing.
	 * @return the keys, expired ones too; a copy that does not change. Empty if there are
	 * none yet, or if an implementation does not tell
	 */
	default Collection<PlatformKey> keys() {
		return List.of();
	}

	/**
	 * A key that is believed or once was, whether or not it has ended: only for what was
	 * verified when it came and has been kept since then, never for anything fresh.
	 * Downloads nothing.
	 * @param id the message's {@code Wechatpay-Serial}
	 * @return the key; {@code null} if it is not known here
	 */
	default @Nullable PlatformKey findFormer(String id) {
		return keys().stream().filter((key) -> key.id().equals(id)).findFirst().orElse(null);
	}

	/**
	 * Why the platform's keys cannot be brought up to date just now, to be shown.
	 * @return a text without secrets, {@code null} if all is well or nothing was tried
	 */
	default @Nullable String problem() {
		return null;
	}

	/**
	 * Believes one public key.
	 * @param key the key
	 * @return the trust
	 */
	static Trust publicKey(PlatformKey key) {
		return new PublicKeyTrust(key);
	}

	/**
	 * Believes the platform's certificates. They are downloaded when the first one is
	 * needed, and again when an unknown one is named, at most once a minute (every five
	 * seconds while none is valid). A download never makes things worse: while it fails,
	 * or gives less than before, what is good stays in use until it ends.
	 * @param source where to download them
	 * @param suite the algorithms
	 * @param clock tells the time
	 * @return the trust
	 */
	static Trust certificates(CertificateSource source, CryptoSuite suite, Clock clock) {
		return certificates(source, suite, clock, CertificateRefresh.none(), TrustListener.none());
	}

	/**
	 * Believes the platform's certificates and downloads them again in the background,
	 * from their first use on and as long as they are used.
	 * @param source where to download them
	 * @param suite the algorithms
	 * @param clock tells the time
	 * @param refresh when to download them again
	 * @param listener is told of new certificates
	 * @return the trust
	 */
	static Trust certificates(CertificateSource source, CryptoSuite suite, Clock clock, CertificateRefresh refresh,
			TrustListener listener) {
		return new CertificateTrust(source, suite, clock, refresh, listener);
	}

	/**
	 * Believes either of two, and names the first one's key in requests.
	 * @param first asked first
	 * @param second asked for what the first does not know
	 * @return the trust
	 */
	static Trust either(Trust first, Trust second) {
		return new EitherTrust(first, second);
	}

}
