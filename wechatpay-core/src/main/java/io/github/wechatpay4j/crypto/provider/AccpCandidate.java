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

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.Provider;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Amazon Corretto Crypto Provider. There is a jar for each platform, with the same
 * classes and, under the same name, another native library. The provider takes the
 * library that comes first on the class path, so when the jar of this platform is not the
 * first one it gets a class loader of its own.
 */
record AccpCandidate(ClassLoader classLoader) implements Candidate {

	private static final String PACKAGE = "com.amazon.corretto.crypto.provider.";

	private static final String CLASS = PACKAGE + "AmazonCorrettoCryptoProvider";

	@Override
	public String title() {
		return "Amazon Corretto Crypto Provider";
	}

	@Override
	public String artifact() {
		return "software.amazon.cryptools:AmazonCorrettoCryptoProvider with the classifier of the platform, such as"
				+ " linux-x86_64";
	}

	@Override
	public Provider load() throws UnusableProviderException {
		Provider provider = Reflection.load(loader(), CLASS, (type) -> type.getField("INSTANCE").get(null));
		Throwable error = loadingError(provider);
		if (error != null) {
			throw new UnusableProviderException("cannot load its native library", error);
		}
		return provider;
	}

	private ClassLoader loader() throws UnusableProviderException {
		if (this.classLoader.getResource(CLASS.replace('.', '/') + ".class") == null) {
			throw new UnusableProviderException("is not on the class path");
		}
		if (Boolean.getBoolean(PACKAGE + "useExternalLib")) {
			return this.classLoader;
		}
		String library = PACKAGE.replace('.', '/') + System.mapLibraryName("amazonCorrettoCryptoProvider");
		try {
			List<URL> libraries = Collections.list(this.classLoader.getResources(library));
			for (URL candidate : libraries) {
				if (NativeLibrary.isForThisProcessor(candidate)) {
					return candidate.equals(libraries.get(0)) ? this.classLoader : loaderOfJar(candidate, library);
				}
			}
		}
		catch (IOException ex) {
			throw new UnusableProviderException("cannot be read", ex);
		}
		throw new UnusableProviderException("has no native library for " + System.getProperty("os.name") + " "
				+ System.getProperty("os.arch") + " on the class path");
	}

	/** Stays open as long as the provider's classes are in use. */
	private static ClassLoader loaderOfJar(URL entry, String name) throws MalformedURLException {
		String address = entry.toString();
		URL jar = new URL(address.substring(0, address.length() - name.length()));
		return new URLClassLoader(new URL[] { jar }, ClassLoader.getPlatformClassLoader());
	}

	private static @Nullable Throwable loadingError(Provider provider) throws UnusableProviderException {
		try {
			return (Throwable) provider.getClass().getMethod("getLoadingError").invoke(provider);
		}
		catch (ReflectiveOperationException ex) {
			throw new UnusableProviderException("is of an unknown version", ex);
		}
	}

}
