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

/**
 * Whose implementation of RSA and AES to use. None is ever installed in the JVM; the one
 * in use is handed to each operation.
 */
public enum CryptoProvider {

	/**
	 * The first of Amazon Corretto Crypto Provider and Conscrypt that is on the class
	 * path, can be loaded and passes a self-check, else the JDK's. Loaded in the
	 * background; the JDK's do the work until it is ready.
	 */
	AUTO,

	/** What the JVM is configured with. */
	JDK,

	/**
	 * Amazon Corretto Crypto Provider, an error if it cannot be used. Takes about half a
	 * second to load.
	 */
	ACCP,

	/** Conscrypt, an error if it cannot be used. */
	CONSCRYPT

}
