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

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;

/**
 * AES-GCM that decrypts whatever the tag says, or encrypts wrongly.
 */
final class CarelessGcm extends CipherSpi {

	private final boolean wrong;

	private final Cipher jdk;

	CarelessGcm(boolean wrong) {
		this.wrong = wrong;
		try {
			this.jdk = CryptoEngine.jdk().aesGcm();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
			throws InvalidKeyException, InvalidAlgorithmParameterException {
		this.jdk.init(mode, key, parameters, random);
	}

	@Override
	protected void engineUpdateAAD(byte[] data, int offset, int length) {
		this.jdk.updateAAD(data, offset, length);
	}

	@Override
	protected byte[] engineDoFinal(byte[] input, int offset, int length)
			throws IllegalBlockSizeException, BadPaddingException {
		try {
			byte[] output = this.jdk.doFinal(input, offset, length);
			output[0] ^= (byte) (this.wrong ? 1 : 0);
			return output;
		}
		catch (AEADBadTagException ex) {
			return Arrays.copyOf(input, length);
		}
	}

	@Override
	protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected byte[] engineUpdate(byte[] input, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void engineInit(int mode, Key key, SecureRandom random) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void engineSetMode(String mode) {
	}

	@Override
	protected void engineSetPadding(String padding) {
	}

	@Override
	protected int engineGetBlockSize() {
		return 16;
	}

	@Override
	protected int engineGetOutputSize(int length) {
		return length + 16;
	}

	@Override
	protected byte[] engineGetIV() {
		return this.jdk.getIV();
	}

	@Override
	protected AlgorithmParameters engineGetParameters() {
		return null;
	}

}
