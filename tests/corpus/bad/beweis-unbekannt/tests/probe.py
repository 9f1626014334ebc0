def test_anders() -> None:
    assert True


async def test_spaeter() -> None:
    assert True
