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

package io.github.wechatpay4j.operation;

/**
 * A file that the platform has made ready, such as a bill. The download itself is
 * unsigned; the hash in this (signed) answer is what proves it.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013071238">Download a bill</a>
 */
public interface Downloadable {

	/**
	 * Where the file can be fetched, for a few minutes.
	 * @return an absolute address
	 */
	String downloadUrl();

	/**
	 * The kind of hash, {@code SHA1} so far.
	 * @return the hash algorithm
	 */
	String hashType();

	/**
	 * The hash of the file, after decompression where it is compressed.
	 * @return the hash in hexadecimal
	 */
	String hashValue();

}
