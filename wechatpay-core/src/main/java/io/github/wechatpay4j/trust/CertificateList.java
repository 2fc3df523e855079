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

/**
 * The platform certificates of one answer. Immutable.
 *
 * @param certificates those that can be used
 * @param complete whether these are all that the platform handed out: {@code false} if
 * one had to be left out. What is missing from a list that is not complete may still be
 * in use
 */
public record CertificateList(List<X509Certificate> certificates, boolean complete) {

	/**
	 * Creates a list.
	 */
	public CertificateList {
		certificates = List.copyOf(certificates);
	}

}
