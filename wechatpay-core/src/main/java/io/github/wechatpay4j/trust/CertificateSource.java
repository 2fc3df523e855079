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

import java.security.cert.X509Certificate;
import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Where platform certificates come from.
 */
@FunctionalInterface
public interface CertificateSource {

	/**
	 * Fetches all certificates that are valid now, decrypted and verified.
	 * @return the certificates
	 */
	Mono<List<X509Certificate>> download();

	/**
	 * Fetches the certificates, and tells whether one had to be left out.
	 * @return the certificates; by default what {@link #download()} gives, taken for
	 * complete
	 */
	default Mono<CertificateList> fetch() {
		return download().map((certificates) -> new CertificateList(certificates, true));
	}

}
