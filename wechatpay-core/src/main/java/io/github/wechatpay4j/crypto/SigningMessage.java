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

package io.github.wechatpay4j.crypto;

import io.github.wechatpay4j.SendableText;

/**
 * The one shape of everything that is signed in WeChat Pay: lines that each end with a
 * line feed, the body being the last one.
 */
public final class SigningMessage {

	private static final byte[] EMPTY = {};

	private SigningMessage() {
	}

	/**
	 * The bytes to sign for a few lines.
	 * @param lines the lines
	 * @return the bytes
	 */
	public static byte[] of(String... lines) {
		return join(lines, EMPTY, 0);
	}

	/**
	 * The bytes to sign for a few lines and a body.
	 * @param body the exact body, empty where there is none
	 * @param lines the lines before it
	 * @return the bytes
	 */
	public static byte[] withBody(byte[] body, String... lines) {
		return join(lines, body, 1);
	}

	private static byte[] join(String[] lines, byte[] body, int feeds) {
		byte[] head = SendableText.utf8(String.join("\n", lines) + "\n", "signed text");
		byte[] message = new byte[head.length + body.length + feeds];
		System.arraycopy(head, 0, message, 0, head.length);
		System.arraycopy(body, 0, message, head.length, body.length);
		if (feeds > 0) {
			message[message.length - 1] = '\n';
		}
		return message;
	}

}
