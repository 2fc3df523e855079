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

package io.github.wechatpay4j.crypto.provider;

import java.security.Provider;

/**
 * Conscrypt. Its one jar holds the native libraries of all its platforms.
 */
record ConscryptCandidate(ClassLoader classLoader) implements Candidate {

	@Override
	public String title() {
		return "Conscrypt";
	}

	@Override
	public String artifact() {
		return "org.conscrypt:conscrypt-openjdk-uber";
	}

	@Override
	public Provider load() throws UnusableProviderException {
		return Reflection.load(this.classLoader, "org.conscrypt.Conscrypt",
				(type) -> type.getMethod("newProvider").invoke(null));
	}

}
